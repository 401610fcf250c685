// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/chunk_scan.h"
#include "proxy/http_head.h"
#include <QTest>

using proxy::HeadEnd;
using proxy::HeadProblem;
using proxy::HttpHead;

namespace {

HeadProblem requestOf(const std::string &lines, HttpHead &head, std::size_t mostFields = 10)
{
    static std::string text; // the head views it
    text = lines + "\r\n\r\n";
    return proxy::readRequestHead(text, head, mostFields);
}

} // namespace

// Heads and chunk frames, read as strictly as RFC 9112 allows.
class HeadTest : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsTakenApart()
    {
        HttpHead head;
        QCOMPARE(requestOf("POST /v1/x?y=1 HTTP/1.1\r\nHost: a\r\nX-Odd:  two  words \t\r\nContent-Length: 12", head),
            HeadProblem::None);
        QCOMPARE(head.method, std::string_view("POST"));
        QCOMPARE(head.target, std::string_view("/v1/x?y=1"));
        QCOMPARE(head["x-odd"], std::string_view("two  words"));
        QCOMPARE(head["x-none"], std::string_view());
        QCOMPARE(*head.length, 12U);
        QVERIFY(head.http11 && head.keepAlive && !head.chunked && !head.expectsContinue);
    }

    void whatAHeadMeans()
    {
        HttpHead head;
        requestOf("GET / HTTP/1.1\r\nHost: a\r\nConnection: te, CLOSE\r\nExpect: 100-Continue", head);
        QVERIFY(!head.keepAlive && head.expectsContinue);
        QCOMPARE(requestOf("GET / HTTP/1.0", head), HeadProblem::None);
        QVERIFY(!head.keepAlive && !head.http11);
        requestOf("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: Chunked", head);
        QVERIFY(head.chunked && !head.length);
    }

    void whatTwoReadersCouldReadDifferentlyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<HeadProblem>("problem");
        const auto row = [](const char *name, const QByteArray &lines, HeadProblem problem) {
            QTest::addRow("%s", name) << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n" + lines) << problem;
        };
        row("two lengths", "Content-Length: 5\r\nContent-Length: 6", HeadProblem::Length);
        row("the same length twice", "Content-Length: 5\r\ncontent-length: 5", HeadProblem::Length);
        row("a list of lengths", "Content-Length: 5, 5", HeadProblem::Length);
        row("no length in it", "Content-Length:", HeadProblem::Length);
        row("hexadecimal length", "Content-Length: 0x5", HeadProblem::Length);
        row("a length with a sign", "Content-Length: +5", HeadProblem::Length);
        row("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked", HeadProblem::Coding);
        row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5", HeadProblem::Coding);
        row("coded twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", HeadProblem::Coding);
        row("another coding", "Transfer-Encoding: gzip, chunked", HeadProblem::Coding);
        row("a coding in disguise", "Transfer-Encoding: \vchunked", HeadProblem::Field);
        row("folded", "X: a\r\n b", HeadProblem::Field);
        row("folded with a tab", "X: a\r\n\tContent-Length: 5", HeadProblem::Field);
        row("a space before the colon", "Content-Length : 5", HeadProblem::Field);
        row("a space before the name", " X: 5", HeadProblem::Field);
        row("no colon", "Content-Length", HeadProblem::Field);
        row("no name", ": 5", HeadProblem::Field);
        row("a CR alone", "X: a\rContent-Length: 5", HeadProblem::Field);
        row("a zero byte", QByteArray("X: a\0b", 6), HeadProblem::Field);
        row("two hosts", "Host: b", HeadProblem::Host);
        row("too many", "A: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1",
            HeadProblem::TooMany);
    }

    void whatTwoReadersCouldReadDifferentlyIsRefused()
    {
        QFETCH(QByteArray, lines);
        HttpHead head;
        QTEST(requestOf(lines.toStdString(), head), "problem");
    }

    void onlyARequestLineIsOne_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"", "GET", "GET /", "GET / HTTP/2.0", "GET / HTTP/1.2", "GET / http/1.1",
                 "GET  / HTTP/1.1", "GET /a b HTTP/1.1", "G\tT / HTTP/1.1", "GET /\x7f HTTP/1.1", "GET / HTTP/1.1 "})
            QTest::addRow("%s", QByteArray(line).toPercentEncoding().constData()) << QByteArray(line);
    }

    void onlyARequestLineIsOne()
    {
        QFETCH(QByteArray, line);
        HttpHead head;
        QCOMPARE(requestOf(line.toStdString() + "\r\nHost: a", head), HeadProblem::Line);
        QVERIFY(requestOf("GET / HTTP/1.1\r\nHost: a", head) == HeadProblem::None);
    }

    void whatBeginsNoRequestIsKnownByItsFirstByte()
    {
        QVERIFY(proxy::mayBeginRequest('G') && proxy::mayBeginRequest('\r'));
        QVERIFY(!proxy::mayBeginRequest('\x16') && !proxy::mayBeginRequest(' ') && !proxy::mayBeginRequest('\n'));
    }

    void anAnswersFirstLineHasItsNumber()
    {
        HttpHead head;
        QCOMPARE(proxy::readAnswerHead("HTTP/1.1 200 All right\r\n\r\n", head, 10), HeadProblem::None);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.reason, std::string_view("All right"));
        QCOMPARE(proxy::readAnswerHead("HTTP/1.0 404\r\n\r\n", head, 10), HeadProblem::None);
        QVERIFY(head.status == 404 && head.reason.empty() && !head.keepAlive);
        for (const char *bad : {"HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 099 OK\r\n\r\n",
                 "HTTP/1.1200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n"})
            QCOMPARE(proxy::readAnswerHead(bad, head, 10), HeadProblem::Line);
    }

    void theEndIsFoundHoweverTheBytesCome()
    {
        const std::string text = "GET / HTTP/1.1\r\nHost: a\r\n\r\nbody\n";
        HeadEnd whole;
        QVERIFY(whole.look(text) == HeadEnd::Found::Yes);
        QCOMPARE(whole.size(), text.size() - 5);
        HeadEnd bytewise;
        for (std::size_t size = 1; size < whole.size(); ++size)
            QVERIFY(bytewise.look(std::string_view(text).substr(0, size)) == HeadEnd::Found::NotYet);
        QVERIFY(bytewise.look(std::string_view(text).substr(0, whole.size())) == HeadEnd::Found::Yes);
        for (const char *bare : {"GET / HTTP/1.1\n", "GET / HTTP/1.1\r\nHost: a\n", "\nGET"})
            QVERIFY(HeadEnd().look(bare) == HeadEnd::Found::BareLine);
    }

    void chunksAreReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("payload"); // "bad": refused
        QTest::addRow("two") << QByteArray("3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n")
                             << QByteArray("abc0123456789");
        QTest::addRow("trailer") << QByteArray("1\r\na\r\n0\r\nX: y\r\n\r\n") << QByteArray("a");
        for (const char *bad :
            {"\r\nabc", "g\r\n", "-1\r\n", "0x3\r\nabc", "3\nabc\r\n", "3\r\nabc\n0\r\n\r\n", "3\r\nabcd\r\n",
                "3;a\nb\r\nabc\r\n", "1ffffffffffffffff\r\n", "0\r\n\n", "0\r\nX: y\n\r\n", "3\r\nabc\r\r\n0\r\n\r\n"})
            QTest::addRow("%s", QByteArray(bad).toPercentEncoding().constData())
                << QByteArray(bad) << QByteArray("bad");
        QTest::addRow("endless extension") << QByteArray("1;" + QByteArray(70'000, 'x')) << QByteArray("bad");
        QTest::addRow("endless trailer") << QByteArray("0\r\n" + QByteArray("X: y\r\n").repeated(20'000))
                                         << QByteArray("bad");
    }

    void chunksAreReadStrictly()
    {
        QFETCH(QByteArray, bytes);
        proxy::ChunkScan chunks;
        QByteArray payload;
        const auto take = [&payload](std::string_view part) { payload.append(part.data(), qsizetype(part.size())); };
        for (const char byte : bytes)
            chunks.feed({&byte, 1}, take);
        QVERIFY(chunks.bad() != chunks.done());
        QTEST(chunks.bad() ? QByteArray("bad") : payload, "payload");
    }
};

QTEST_GUILESS_MAIN(HeadTest)
#include "tst_head.moc"
