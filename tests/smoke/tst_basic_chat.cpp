// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/adaptation.h"
#include "smoke/canned.h"
#include <QJsonDocument>
#include <QJsonObject>

static QByteArray reply(const QByteArray &id = "a", const QByteArray &content = "gw-1-1",
    const QByteArray &finish = "stop",
    const QByteArray &usage = R"({"prompt_tokens":9,"completion_tokens":3,"total_tokens":14})")
{
    return R"({"id":")" + id + R"(","model":"fast","choices":[{"index":0,"message":{"role":"assistant","content":")"
        + content + R"("},"finish_reason":")" + finish + R"("}],"usage":)" + usage + "}";
}

static net::Exchange without(net::Exchange exchange, const QByteArray &member)
{
    QJsonObject body = QJsonDocument::fromJson(exchange.body).object();
    body.remove(QString::fromLatin1(member));
    exchange.body = QJsonDocument(body).toJson();
    return exchange;
}

// Each rule of T01 is seen to pass and to fail.
class BasicChatTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<net::Exchange>("first");
        QTest::addColumn<net::Exchange>("again");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Outcome>("outcome");
        const net::Exchange good = Canned::json(reply());
        const net::Exchange other = Canned::json(reply("b"));
        const auto row = [](const char *name, const net::Exchange &a, const net::Exchange &b, int rule,
                             Outcome outcome) { QTest::newRow(name) << a << b << u"T01.V%1"_s.arg(rule) << outcome; };
        for (int rule = 1; rule <= 7; ++rule)
            row(QByteArray("good, V" + QByteArray::number(rule)).constData(), good, other, rule, Outcome::Passed);
        net::Exchange text = good;
        text.headers = {{"content-type", "text/plain"}};
        row("no JSON type", text, other, 1, Outcome::Failed);
        row("401", Canned::json(R"({"error":{"message":"no"}})", 401), other, 1, Outcome::Failed);
        row("429", Canned::json(R"({"error":{"message":"slow","code":"rate_limit_exceeded"}})", 429), other, 1,
            Outcome::Inconclusive);
        row("429 for money", Canned::json(R"({"error":{"message":"no","code":"insufficient_quota"}})", 429), other, 1,
            Outcome::Failed);
        row("error in 200", Canned::json(R"({"error":{"message":"no"}})"), other, 1, Outcome::Failed);
        row("no choices", without(good, "choices"), other, 2, Outcome::Failed);
        row("does not repeat", Canned::json(reply("a", "hello")), other, 2, Outcome::Warned);
        row("empty", Canned::json(reply("a", "", "stop")), other, 2, Outcome::Failed);
        row("no finish reason", Canned::json(reply("a", "gw-1-1", "")), other, 3, Outcome::Failed);
        row("other finish reason", Canned::json(reply("a", "gw-1-1", "content_filter")), other, 3, Outcome::Warned);
        row("no usage", without(good, "usage"), other, 4, Outcome::Warned);
        row("usage of nothing", Canned::json(reply("a", "gw-1-1", "stop", "{}")), other, 4, Outcome::Failed);
        row("no model", without(good, "model"), other, 5, Outcome::Warned);
        net::Exchange anonymous = good;
        anonymous.headers = {{"content-type", "application/json"}, {"x-portkey-trace-id", ""}};
        row("no handle", anonymous, other, 6, Outcome::Warned);
        row("cached", good, good, 7, Outcome::Warned);
        row("second call refused", good, Canned::json("{}", 500), 7, Outcome::Inconclusive);
    }

    void judges()
    {
        QFETCH(net::Exchange, first);
        QFETCH(net::Exchange, again);
        QFETCH(QString, rule);
        QFETCH(Outcome, outcome);
        OnBench bench;
        bench.http.answers = {first, again};
        const auto verdict = bench.run(u"T01"_s);
        QCOMPARE(outcomeOf(verdict, rule).value_or(Outcome::Skipped), outcome);
        QCOMPARE(verdict.reasons.size(), 7);
        QVERIFY(!textOf(verdict, rule).contains(u"%1"_s));
    }

    void whatIsNoAnswerIsToldInWords_data()
    {
        QTest::addColumn<net::Exchange>("answer");
        QTest::addColumn<QString>("says");
        net::Exchange silent;
        silent.failure = Failure{FailureKind::Timeout, u"idle: limit of 30000 ms"_s, 0};
        QTest::newRow("limit") << silent << u"nothing came for 30 s (idle: limit of 30000 ms). Try again"_s;
        net::Exchange held;
        held.failure = Failure{FailureKind::Budget, u"not sent: it could pass the cost cap"_s, 0};
        QTest::newRow("cost cap") << held << u"passed the cost cap of this run, so it was not made"_s;
        net::Exchange page = Canned::json("<html>Internal error</html>", 500);
        page.headers = {{"content-type", "text/html"}};
        QTest::newRow("500 as a page") << page << u"An error came as a web page (500)"_s;
    }

    void whatIsNoAnswerIsToldInWords()
    {
        QFETCH(net::Exchange, answer);
        QFETCH(QString, says);
        OnBench bench;
        bench.http.answers = {answer};
        const QString text = textOf(bench.run(u"T01"_s), u"T01.V1"_s);
        QVERIFY2(text.contains(says) && !text.contains(u"console"_s), qPrintable(text));
    }

    void theSecondCallIsIdentical()
    {
        OnBench bench;
        bench.http.answers = {Canned::json(reply("a")), Canned::json(reply("b"))};
        bench.run(u"T01"_s);
        QCOMPARE(bench.http.requests.size(), 2);
        QCOMPARE(bench.http.requests.at(0).body, bench.http.requests.at(1).body);
        QCOMPARE(bench.recorder.calls().at(1).label, u"T01b"_s);
    }

    void adaptsWhatTheSpecificationAllows_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<bool>("adapted");
        QTest::newRow("max_tokens") << QByteArray(R"({"error":{"message":"x","param":"max_tokens"}})") << true;
        QTest::newRow("max_tokens in words")
            << QByteArray(R"({"error":{"message":"'max_tokens' is not supported, use 'max_completion_tokens'"}})")
            << true;
        QTest::newRow("temperature") << QByteArray(R"({"error":{"message":"x","param":"temperature"}})") << true;
        QTest::newRow("anything else") << QByteArray(R"({"error":{"message":"x","param":"messages"}})") << false;
    }

    void adaptsWhatTheSpecificationAllows()
    {
        QFETCH(QByteArray, refusal);
        QFETCH(bool, adapted);
        OnBench bench;
        bench.http.answers = {Canned::json(refusal, 400), Canned::json(reply("a")), Canned::json(reply("b"))};
        const auto verdict = bench.run(u"T01"_s);
        QCOMPARE(bench.recorder.notes().size(), adapted ? 1 : 0);
        QCOMPARE(verdict.outcome, adapted ? Outcome::Passed : Outcome::Failed);
        QCOMPARE(bench.http.requests.size(), adapted ? 3 : 1);
    }

    void givesAReasoningModelRoomOnce()
    {
        OnBench bench;
        const net::Exchange spent = Canned::json(reply("a", "", "length"));
        bench.http.answers = {spent, spent, Canned::json(reply("b"))};
        const auto verdict = bench.run(u"T01"_s);
        QVERIFY(bench.http.requests.at(1).body.contains("1024"));
        QVERIFY(textOf(verdict, u"T01.V2"_s).contains(u"reasoning"_s));
    }

    void sendsIdentityOnlyWhereItIsDocumented()
    {
        for (const auto &[kind, header] :
            {std::pair("litellm", "x-litellm-call-id"), {"portkey", "x-portkey-trace-id"}, {"bifrost", "x-request-id"},
                {"openai_org", "X-Client-Request-Id"}, {"plain_openai", ""}, {"any_llm", ""}}) {
            OnBench bench;
            bench.target.kind = QString::fromLatin1(kind);
            bench.http.answers = {Canned::json(reply("a"))};
            bench.run(u"T01"_s);
            QByteArrayList names;
            for (const net::Header &sent : bench.http.requests.first().headers)
                names << sent.name;
            QCOMPARE(names.size(), *header ? 2 : 1);
            QVERIFY(!*header || names.contains(header));
            QCOMPARE(bench.http.requests.first().body.contains("\"user\":\"gw-"), qstrcmp(kind, "litellm") == 0);
        }
    }

    void keepsNoSecret()
    {
        OnBench bench;
        bench.http.answers = {Canned::json(reply("a"))};
        bench.run(u"T01"_s);
        for (const net::Recorded &call : bench.recorder.calls())
            for (const net::Header &header : call.headers)
                QVERIFY2(!header.value.contains("0123456789"), header.value.constData());
    }
};

QTEST_GUILESS_MAIN(BasicChatTest)
#include "tst_basic_chat.moc"
