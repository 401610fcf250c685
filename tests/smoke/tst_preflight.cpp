// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/canned.h"
#include "smoke/preflight_facts.h"

using smoke::PreflightFacts;

static const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

static net::Exchange refused(int status = 401)
{
    return Canned::json(R"({"error":{"message":"no"}})", status);
}

static net::Exchange timedOut()
{
    net::Exchange exchange;
    exchange.timings.sent = 1;
    exchange.failure = Failure{FailureKind::Timeout, u"first header: limit of 60000 ms"_s, 0};
    return exchange;
}

static net::Exchange page()
{
    net::Exchange exchange = Canned::json("<!DOCTYPE html><html>console</html>");
    exchange.headers = {{"content-type", "text/html"}};
    return exchange;
}

// A gateway on which everything is right.
static PreflightFacts good()
{
    PreflightFacts facts;
    facts.dataBase = QUrl(u"https://gw.test/v1"_s);
    facts.kind = u"embedded"_s;
    facts.wanted = QStringList{u"fast"_s};
    facts.chatAlias = u"fast"_s;
    facts.list = Canned::json(R"({"data":[{"id":"fast"},{"id":"slow"}]})");
    facts.list.headers << net::Header{"Date", "Sun, 22 Nov 2026 12:00:05 GMT"};
    facts.list.tls = net::Tls{u"TLSv1.3"_s, u"gw.test"_s, now.addDays(60)};
    facts.listStarted = now;
    facts.wrongKeyList = refused();
    facts.noKeyList = refused(403);
    facts.wrongKeyChat = refused();
    facts.hasStatusRoute = true;
    facts.status = Canned::json("{}");
    return facts;
}

using Change = std::function<void(PreflightFacts &)>;
Q_DECLARE_METATYPE(Change)

// Each rule of T00 is seen to pass and to fail.
class PreflightTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int rule, Outcome outcome, const QString &says, const Change &change) {
            QTest::newRow(name) << change << u"T00.V%1"_s.arg(rule) << outcome << says;
        };
        for (int rule = 1; rule <= 8; ++rule)
            row(QByteArray("good, V" + QByteArray::number(rule)).constData(), rule, Outcome::Passed, {}, [](auto &) {});
        row("web page", 1, Outcome::Failed, u"console address"_s, [](auto &f) { f.list = page(); });
        row("web page on the admin plane", 1, Outcome::Failed, u"web page"_s, [](auto &f) { f.status = page(); });
        row("web page that says 500", 1, Outcome::Failed, u"An error came as a web page (500)"_s, [](auto &f) {
            f.list = page();
            f.list.status = 500;
        });
        row("error page on the admin plane", 1, Outcome::Passed, {}, [](auto &f) {
            f.status = page();
            f.status.status = 500;
        });
        row("not reached", 1, Outcome::Failed, u"could not be reached"_s, [](auto &f) {
            f.list = {};
            f.list.failure = Failure{FailureKind::Network, u"Connection refused"_s, 0};
        });
        row("certificate", 1, Outcome::Failed, u"authority that signed it"_s, [](auto &f) {
            f.list = {};
            f.list.failure = Failure{FailureKind::Tls, u"The certificate is self-signed"_s, 0};
        });
        row("no API for a wrong key", 4, Outcome::Skipped, u"no API"_s, [](auto &f) { f.wrongKeyChat = page(); });
        row("no JSON for a wrong key", 4, Outcome::Skipped, u"no API"_s,
            [](auto &f) { f.wrongKeyChat = Canned::json("{\"data\": ["); });
        row("hung", 1, Outcome::Failed, u"restart it"_s, [](auto &f) { f.list = f.status = f.noKeyList = timedOut(); });
        row("no /v1", 1, Outcome::Failed, u"lacks `/v1`"_s, [](auto &f) {
            f.listBelowV1 = f.list;
            f.list = Canned::json("{}", 404);
        });
        row("text", 1, Outcome::Failed, u"no JSON"_s, [](auto &f) { f.list.body = "hello"; });
        row("alias not listed", 2, Outcome::Failed, u"smart"_s, [](auto &f) { f.wanted << u"smart"_s; });
        row("own key refused", 2, Outcome::Failed, u"key was refused"_s, [](auto &f) { f.list = refused(); });
        row("list limited", 2, Outcome::Inconclusive, u"rate"_s, [](auto &f) { f.list = refused(429); });
        row("list is public", 3, Outcome::Warned, u"public"_s, [](auto &f) { f.wrongKeyList = f.list; });
        row("list without key", 3, Outcome::Warned, u"public"_s, [](auto &f) { f.noKeyList = f.list; });
        row("overloaded", 3, Outcome::Inconclusive, u"twice"_s, [](auto &f) { f.wrongKeyList = refused(503); });
        row("no keys at all, list", 3, Outcome::Unsupported, u"No keys"_s, [](auto &f) { f.kind = u"portkey"_s; });
        row("no keys at all, chat", 4, Outcome::Unsupported, u"No keys"_s, [](auto &f) { f.kind = u"portkey"_s; });
        row("wrong key served", 4, Outcome::Failed, u"Do not launch"_s, [](auto &f) { f.wrongKeyChat = f.list; });
        row("LiteLLM without database", 4, Outcome::Passed, {},
            [](auto &f) { f.wrongKeyChat = Canned::json(R"({"error":{"type":"no_db_connection"}})", 400); });
        row("held back by the cap", 4, Outcome::Inconclusive, u"left no room"_s, [](auto &f) {
            f.wrongKeyChat = {};
            f.wrongKeyChat.failure = Failure{FailureKind::Budget, u"not sent: it could pass the cost cap"_s, 0};
        });
        row("chat timed out", 4, Outcome::Inconclusive, u"twice"_s, [](auto &f) { f.wrongKeyChat = timedOut(); });
        row("nothing to ask for", 4, Outcome::Skipped, u"no alias"_s, [](auto &f) { f.chatAlias.clear(); });
        row("certificate ends soon", 5, Outcome::Warned, u"renew"_s,
            [](auto &f) { f.list.tls->expires = now.addDays(13); });
        row("http", 5, Outcome::Passed, u"Not applicable"_s, [](auto &f) { f.dataBase.setScheme(u"http"_s); });
        row("clock off", 6, Outcome::Warned, u"NTP"_s, [](auto &f) { f.listStarted = now.addSecs(-120); });
        row("no date", 6, Outcome::Passed, u"Not applicable"_s, [](auto &f) { f.list.headers.removeLast(); });
        row("v1 twice", 7, Outcome::Failed, u"adds `/v1` itself"_s, [](auto &f) { f.dataBase.setPath(u"/v1/v1"_s); });
        row("no version", 7, Outcome::Warned, u"no version"_s, [](auto &f) { f.dataBase.setPath(u"/api"_s); });
        row("status refuses us", 8, Outcome::Passed, u"life only"_s, [](auto &f) { f.status = refused(); });
        row("status is empty", 8, Outcome::Failed, u"no login"_s, [](auto &f) { f.status.body.clear(); });
        row("no status", 8, Outcome::Failed, u"does not answer"_s, [](auto &f) { f.status = timedOut(); });
        row("no status route", 8, Outcome::Passed, u"Not applicable"_s, [](auto &f) { f.hasStatusRoute = false; });
    }

    void judges()
    {
        QFETCH(Change, change);
        QFETCH(QString, rule);
        QFETCH(Outcome, outcome);
        QFETCH(QString, says);
        PreflightFacts facts = good();
        change(facts);
        smoke::Verdict verdict;
        smoke::judgePreflight(facts, now, verdict);
        QCOMPARE(verdict.reasons.size(), 8);
        QCOMPARE(outcomeOf(verdict, rule).value_or(Outcome::Skipped), outcome);
        QVERIFY2(textOf(verdict, rule).contains(says), qPrintable(textOf(verdict, rule)));
        QVERIFY(!textOf(verdict, rule).contains(u"%1"_s));
        static const QRegularExpression code(u"\\bD\\d"_s);
        QVERIFY2(!textOf(verdict, rule).contains(code), "a code of the dictionary stands in a sentence");
    }

    void asksWithoutAKeyAndWithAWrongOne()
    {
        OnBench bench;
        bench.http.answers = {Canned::json(R"({"data":[{"id":"fast"}]})"), refused(), refused(), refused()};
        QCOMPARE(bench.run(u"T00"_s).outcome, Outcome::Passed);
        QStringList labels;
        for (const net::Recorded &call : bench.recorder.calls())
            labels << call.label;
        QCOMPARE(labels, (QStringList{u"T00c"_s, u"T00d"_s, u"T00e"_s, u"T00f"_s}));
        const auto &sent = bench.http.requests;
        QVERIFY(sent.at(0).headers.first().value.endsWith("sk-test-0123456789"));
        QVERIFY(sent.at(1).headers.first().value.startsWith("Bearer sk-test-xxx"));
        QCOMPARE(sent.at(1).headers.first().value.size(), sent.at(0).headers.first().value.size());
        QVERIFY(sent.at(2).headers.isEmpty());
        QVERIFY(sent.at(3).body.contains("\"max_tokens\":1"));
        QCOMPARE(bench.recorder.refusalsInARow(0), 0); // all of them were provoked
    }

    void whatIsNoRefusalIsAskedOnceMore()
    {
        OnBench bench;
        bench.http.answers = {
            Canned::json(R"({"data":[{"id":"fast"}]})"), refused(503), refused(), refused(), refused()};
        QCOMPARE(bench.run(u"T00"_s).outcome, Outcome::Passed);
        QCOMPARE(bench.http.requests.size(), 5);
    }

    void looksBelowV1WhenTheBaseLacksIt()
    {
        OnBench bench;
        bench.target.dataBase = QUrl(u"http://gw.test"_s);
        bench.http.answers = {Canned::json("{}", 404), Canned::json(R"({"data":[]})"), refused()};
        const auto verdict = bench.run(u"T00"_s);
        QCOMPARE(outcomeOf(verdict, u"T00.V7"_s), Outcome::Failed);
        QCOMPARE(bench.http.requests.at(1).url.path(), u"/v1/models"_s);
    }

    void aDeadAddressIsAskedOnce()
    {
        OnBench bench;
        net::Exchange dead;
        dead.failure = Failure{FailureKind::Network, u"Connection refused"_s, 0};
        bench.http.answers = {dead};
        QCOMPARE(bench.run(u"T00"_s).outcome, Outcome::Failed);
        QCOMPARE(bench.http.requests.size(), 1);
    }

    void aHungProcessIsFoundWithoutWaitingOutTheWholeLimit()
    {
        OnBench bench;
        bench.http.answers = {timedOut(), timedOut()};
        const auto verdict = bench.run(u"T00"_s);
        QCOMPARE(outcomeOf(verdict, u"T00.V1"_s), Outcome::Failed);
        QCOMPARE(entryOf(verdict, u"T00.V1"_s), smoke::hungEntry);
        QCOMPARE(bench.http.requests.size(), 2);
        QCOMPARE(bench.http.requests.at(0).limits.firstHeader, 3 * bench.pace.lifeSign);
        QCOMPARE(bench.http.requests.at(1).limits.firstHeader, bench.pace.lifeSign);
        QVERIFY(bench.http.requests.at(1).headers.isEmpty());
    }

    void aSlowListOfALivingGatewayGetsItsWholeLimit()
    {
        OnBench bench;
        bench.http.answers = {
            timedOut(), refused(), Canned::json(R"({"data":[{"id":"fast"}]})"), refused(), refused(), refused()};
        const auto verdict = bench.run(u"T00"_s);
        QCOMPARE(verdict.outcome, Outcome::Passed);
        QCOMPARE(bench.http.requests.at(2).limits.firstHeader, bench.target.limits.firstHeader);
        QCOMPARE(bench.recorder.notes().size(), 1);
    }

    void readsTheClockInTheMiddleOfTheWait()
    {
        net::Exchange exchange = good().list;
        exchange.timings.sent = 0;
        exchange.timings.firstHeader = 4'000'000'000;
        QCOMPARE(smoke::clockOffsetMs(exchange, now).value(), 3000);
    }
};

QTEST_GUILESS_MAIN(PreflightTest)
#include "tst_preflight.moc"
