// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyed_gateway.h"

// Clients that take too much or send what could be read in two ways.
class SafetyTest : public QObject, private KeyedGateway
{
    Q_OBJECT

private slots:
    void init()
    {
        proxy::Options options;
        options.limits.headMs = 400;
        options.limits.connections = 3;
        options.limits.connectionRequests = 4;
        options.limits.headFields = 20;
        QVERIFY(startWith(options));
    }

    void beyondTheLimitAConnectionIsToldSoAndClosed()
    {
        client::Connection first(m_f->dataPort());
        client::Connection second(m_f->dataPort());
        for (client::Connection *one : {&first, &second}) {
            one->send(models());
            QCOMPARE(one->read().status, 200);
        }
        auto third = std::make_unique<client::Connection>(m_f->dataPort());
        third->send(models());
        QCOMPARE(third->read().status, 200);
        client::Connection fourth(m_f->dataPort());
        fourth.send(models());
        const client::Answer refused = fourth.read();
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("connection"), std::string("close"));
        QCOMPARE(refused.header("retry-after"), std::string("1"));
        QVERIFY(jsonOf(refused).value(QLatin1String("error")).isObject());
        QCOMPARE(fourth.readAll(), std::string());
        QCOMPARE(m_f->admin("GET", "/status").status, 200); // its port has a limit of its own
        third.reset();
        int status = 0; // asked again only after a refusal: the place of the last one may not be free yet
        QTRY_VERIFY_WITH_TIMEOUT((status = status == 200 ? 200 : askForModels()) == 200, 10'000);
    }

    void aConnectionServesSoManyRequestsAndNoMore()
    {
        client::Connection connection(m_f->dataPort());
        for (int i = 1; i <= 4; ++i) {
            connection.send(models());
            const client::Answer answer = connection.read();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("connection"), std::string(i == 4 ? "close" : ""));
        }
        QCOMPARE(connection.readAll(), std::string());
    }

    void tooManyHeaderLinesAreRefused()
    {
        std::string more;
        for (int i = 0; i < 30; ++i)
            more += "X-" + std::to_string(i) + ": y\r\n";
        client::Connection connection(m_f->dataPort());
        connection.send(client::requestText("GET", "/v1/models", m_key, {}, more));
        const client::Answer answer = connection.read();
        QCOMPARE(answer.status, 431);
        QVERIFY(answer.body.find("20 header lines") != std::string::npos);
        QCOMPARE(connection.readAll(), std::string());
    }

    void headsThatTwoReadersCouldReadDifferentlyAreRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addRow("a space before the colon") << QByteArray("Host: x\r\nContent-Length : 0\r\n\r\n");
        QTest::addRow("folded") << QByteArray("Host: x\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n");
        QTest::addRow("bare LF") << QByteArray("Host: x\nContent-Length: 0\n\n");
        QTest::addRow("one bare LF") << QByteArray("Host: x\r\nX: a\nContent-Length: 0\r\n\r\n");
        QTest::addRow("bare CR") << QByteArray("Host: x\r\nX: a\rContent-Length: 0\r\n\r\n");
        QTest::addRow("the same length twice")
            << QByteArray("Host: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n");
        QTest::addRow("no host") << QByteArray("Content-Length: 0\r\n\r\n");
        QTest::addRow("two hosts") << QByteArray("Host: x\r\nHost: y\r\nContent-Length: 0\r\n\r\n");
        QTest::addRow("chunks with a bare LF")
            << QByteArray("Host: x\r\nTransfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n");
        QTest::addRow("a chunk size with a sign")
            << QByteArray("Host: x\r\nTransfer-Encoding: chunked\r\n\r\n+2\r\n{}\r\n0\r\n\r\n");
        QTest::addRow("a chunk longer than it says")
            << QByteArray("Host: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n");
        QTest::addRow("chunks of an old client") << QByteArray("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    void headsThatTwoReadersCouldReadDifferentlyAreRefused()
    {
        QFETCH(QByteArray, head);
        const bool old = qstrcmp(QTest::currentDataTag(), "chunks of an old client") == 0;
        for (const int port : {m_f->dataPort(), m_f->adminPort()}) {
            client::Connection connection(port);
            connection.send(std::string("POST /v1/chat/completions HTTP/1.") + (old ? '0' : '1')
                + "\r\nAuthorization: Bearer " + m_key + "\r\n" + head.toStdString() + models());
            const client::Answer answer = connection.read();
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.header("connection"), std::string("close"));
            QCOMPARE(connection.readAll(), std::string()); // what hid behind it was not answered
        }
    }

    void aByteNowAndThenDoesNotHoldAConnection()
    {
        client::Connection connection(m_f->dataPort());
        QElapsedTimer timer;
        timer.start();
        const std::string head = "GET /v1/models HTTP/1.1\r\nHost: x\r\nX-Slow: ";
        connection.send(head);
        while (timer.elapsed() < 3000 && connection.send("y"))
            QTest::qWait(50);
        QCOMPARE(connection.read().status, 408);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void emptyLinesBeforeARequestAreReadOver()
    {
        client::Connection connection(m_f->dataPort());
        connection.send("\r\n" + models() + "\r\n\r\n" + models());
        QCOMPARE(connection.read().status, 200);
        QCOMPARE(connection.read().status, 200);
    }

    void requestsBehindChunksAreAnsweredToo()
    {
        const std::string body = Fixture::chatBody("test-echo", "Repeat: in chunks");
        char size[16];
        std::snprintf(size, sizeof size, "%zx", body.size());
        client::Connection connection(m_f->dataPort());
        connection.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_key
            + "\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + body + "\r\n0\r\nX-Trailer: y\r\n\r\n"
            + models());
        QVERIFY(connection.read().body.find("in chunks") != std::string::npos);
        QVERIFY(connection.read().body.find("test-echo") != std::string::npos);
    }

    void aLargeBodyMayFollowAHeadInTheSamePiece()
    {
        client::Connection connection(m_f->dataPort());
        const std::string large = client::requestText(
            "POST", "/v1/chat/completions", m_key, Fixture::chatBody("test-echo", std::string(300'000, 'z')));
        connection.send(models() + large + models());
        QCOMPARE(connection.read().status, 200);
        QCOMPARE(connection.read().status, 200); // its head was read before the buffer grew and moved
        QCOMPARE(connection.read().status, 200);
    }

    void refusedHeadsAreRows()
    {
        client::Connection connection(m_f->dataPort());
        connection.send("GET /v1/models HTTP/1.1\r\nX : y\r\n\r\n");
        QCOMPARE(connection.read().status, 400);
        QTRY_COMPARE_WITH_TIMEOUT(m_f->rows().size(), 1, 5000);
        QCOMPARE(textAt(m_f->lastRow(), "ended"), QStringLiteral("refused"));
    }

private:
    int askForModels() const { return client::ask(m_f->dataPort(), "GET", "/v1/models", m_key).status; }
    std::string models() const { return client::requestText("GET", "/v1/models", m_key, {}); }
};

QTEST_GUILESS_MAIN(SafetyTest)
#include "tst_safety.moc"
