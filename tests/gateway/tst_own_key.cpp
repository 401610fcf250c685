// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/own_key.h"

using namespace Qt::StringLiterals;

// One gateway as it was recorded, and what it tells a key about itself.
struct Fixture
{
    ScriptedHttp http;
    FakeClock clock;
    std::unique_ptr<gateway::OwnKey> key;

    explicit Fixture(const QString &kind, const QUrl &dataUrl = QUrl(u"http://gw.test/v1"_s))
    {
        key = gateway::ownKeyOf(kind, {dataUrl, {}, Secret(), Secret("sk-EXAMPLE-own"), {}, http, clock});
    }
    void recorded(const QString &path, const QString &recording) { http.answerRecorded(u"GET "_s + path, recording); }
    void body(const QString &path, const QByteArray &body, int status = 200)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.body = body;
        http.answerWith(u"GET "_s + path, exchange);
    }
    Result<KeyStanding> ask() { return finished(key->ask()); }
    KeyStanding askAll()
    {
        KeyStanding standing = ask().value();
        for (int i = 0; i < 4 && standing.partial; ++i)
            standing = ask().value();
        return standing;
    }
};

static const QString subscription = u"/v1/dashboard/billing/subscription"_s;
static const QString usage = u"/v1/dashboard/billing/usage"_s;

class OwnKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewApiFamilyTellsItThroughBilling_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("used");
        QTest::addColumn<QString>("status");
        QTest::addColumn<qint64>("left");
        QTest::newRow("New API") << u"n4"_s << u"257"_s << u"259"_s << u"019-status"_s << qint64(499'992'000);
        QTest::newRow("Flatkey") << u"flatkey"_s << u"244"_s << u"246"_s << u"011-status"_s << qint64(499'992'000);
        QTest::newRow("old New API") << u"n1"_s << u"169"_s << u"170"_s << u"011-status"_s << qint64(499'992'000);
        QTest::newRow("One API") << u"one-api"_s << u"104"_s << u"105"_s << u"001-status"_s << qint64(499'990'000);
    }
    void theNewApiFamilyTellsItThroughBilling()
    {
        QFETCH(QString, generation);
        QFETCH(QString, limit);
        QFETCH(QString, used);
        QFETCH(QString, status);
        Fixture f(u"newapi"_s);
        const QString folder = u"newapi/%1/"_s.arg(generation);
        f.recorded(subscription, folder + limit + u"-billing-subscription.json"_s);
        f.recorded(usage, folder + used + u"-billing-usage.json"_s);
        f.recorded(u"/api/status"_s, folder + status + u".json"_s);
        const KeyStanding told = f.askAll();
        QCOMPARE(told.allowance.limitNanos.value(), 500'000'000);
        QTEST(told.allowance.leftNanos.value(), "left");
        QCOMPARE(told.totalNanos, told.allowance.spentNanos);
        QCOMPARE(told.allowance.currency, u"USD"_s);
        QVERIFY(told.expiresAt && !told.allowance.unlimited && !told.todayNanos);
        const QStringList asked{u"GET "_s + subscription, u"GET "_s + usage, u"GET /api/status"_s};
        QCOMPARE(f.http.calls, asked);
        QVERIFY(f.http.requests.at(2).headers.isEmpty()
            || f.http.requests.at(2).headers.first().value != "Bearer sk-EXAMPLE-own");
    }

    void eachAskIsOneRequestAndWhatIsMissingIsNoZero()
    {
        Fixture f(u"newapi"_s);
        f.recorded(subscription, u"newapi/n4/257-billing-subscription.json"_s);
        f.recorded(usage, u"newapi/n4/259-billing-usage.json"_s);
        f.recorded(u"/api/status"_s, u"newapi/n4/019-status.json"_s);
        const KeyStanding first = f.ask().value();
        QVERIFY(first.partial && !first.allowance.leftNanos && !first.totalNanos);
        QCOMPARE(f.http.calls.size(), 1);
        for (int i = 0; i < 9; ++i)
            QVERIFY(f.ask());
        QCOMPARE(f.http.calls.size(), 10);
        for (const QString &call : std::as_const(f.http.calls))
            QVERIFY2(!call.contains(u"/api/usage/token"_s), qPrintable(call));
        QCOMPARE(f.http.calls.count(u"GET /api/status"_s), 1);
        QVERIFY(f.http.calls.count(u"GET "_s + usage) >= 4 && f.http.calls.count(u"GET "_s + subscription) >= 4);
    }

    void aHundredMillionIsNoLimit()
    {
        Fixture f(u"newapi"_s);
        f.recorded(subscription, u"newapi/n4/258-billing-subscription-unlimited.json"_s);
        const KeyStanding told = f.ask().value();
        QVERIFY(told.allowance.unlimited && !told.allowance.limitNanos && !told.expiresAt);
    }

    void aRefusalWith200IsNone()
    {
        Fixture f(u"newapi"_s);
        f.body(subscription, R"({"error":{"message":"no such user","type":"one_api_error"}})");
        QCOMPARE(f.ask().error().kind, FailureKind::Rejected);
        f.recorded(subscription, u"newapi/n4/301-limit-billing-429.json"_s);
        QCOMPARE(f.ask().error().kind, FailureKind::RateLimited);
    }

    void otherUnitsAreNotCalledDollars_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("unit");
        QTest::newRow("yuan") << QByteArray(R"({"quota_display_type":"CNY","display_in_currency":true})") << u"CNY"_s;
        QTest::newRow("tokens") << QByteArray(R"({"quota_display_type":"TOKENS"})") << u"quota"_s;
        QTest::newRow("raw") << QByteArray(R"({"display_in_currency":false})") << u"quota"_s;
        QTest::newRow("of its own") << QByteArray(R"({"quota_display_type":"CUSTOM"})") << QString();
    }
    void otherUnitsAreNotCalledDollars()
    {
        QFETCH(QByteArray, status);
        Fixture f(u"newapi"_s);
        f.recorded(subscription, u"newapi/n4/257-billing-subscription.json"_s);
        f.recorded(usage, u"newapi/n4/259-billing-usage.json"_s);
        f.body(u"/api/status"_s, R"({"success":true,"data":)" + status + '}');
        QTEST(f.askAll().allowance.currency, "unit");
    }

    void liteLlmTellsTheKeysOwnRow()
    {
        Fixture f(u"litellm"_s);
        f.recorded(u"/key/info"_s, u"litellm/043-key-info-by-hash.json"_s);
        const KeyStanding told = f.ask().value();
        QCOMPARE(told.allowance.name, u"team-blue-ci"_s);
        QCOMPARE(told.allowance.limitNanos.value(), 25'000'000'000);
        QCOMPARE(told.allowance.leftNanos.value(), 25'000'000'000);
        QCOMPARE(told.allowance.window, u"month"_s);
        QCOMPARE(told.allowance.resetsAt.value(), QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC));
        QCOMPARE(told.expiresAt.value().date(), QDate(2027, 2, 20));
        QVERIFY(!told.todayNanos && told.createdAt);
        f.recorded(u"/key/info"_s, u"litellm/044-key-info-self.json"_s);
        const KeyStanding free = f.ask().value();
        QVERIFY(free.allowance.unlimited && !free.allowance.leftNanos && !free.partial);
        QCOMPARE(free.totalNanos.value(), 0);
    }

    void liteLlmTellsNothingToSome_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::newRow("a key for models only") << u"litellm/130-dp-llm-key-info.json"_s;
        QTest::newRow("the master key") << u"litellm/023-key-info-self-master.json"_s;
    }
    void liteLlmTellsNothingToSome()
    {
        QFETCH(QString, recording);
        Fixture f(u"litellm"_s);
        f.recorded(u"/key/info"_s, recording);
        QCOMPARE(f.ask().error().kind, FailureKind::Unsupported);
    }

    void anotherWindowThanTheBudgetTellsItsLimitOnly()
    {
        Fixture f(u"litellm"_s);
        f.body(u"/key/info"_s,
            R"({"key":"x","info":{"max_budget":null,"spend":1.5,"budget_limits":[{"max_budget":3.0,)"
            R"("budget_duration":"1d","reset_at":"2026-11-23T00:00:00+00:00"}]}})");
        const KeyStanding told = f.ask().value();
        QCOMPARE(told.allowance.limitNanos.value(), 3'000'000'000);
        QVERIFY(!told.allowance.unlimited && !told.allowance.leftNanos && !told.allowance.spentNanos);
    }

    void openRouterTellsTheDayTheWeekAndTheMonth()
    {
        Fixture f(u"openrouter"_s, QUrl(u"http://gw.test/api/v1"_s));
        f.http.answer(u"GET /api/v1/key"_s, u"openrouter/whoami-inference.json"_s);
        const KeyStanding told = f.ask().value();
        QCOMPARE(told.allowance.leftNanos.value(), 9'500'000'000);
        QCOMPARE(told.allowance.window, u"month"_s);
        QVERIFY(told.todayNanos == 0 && told.weekNanos == 0 && told.monthNanos == 0);
        QCOMPARE(told.totalNanos.value(), 500'000'000);
        QCOMPARE(f.http.requests.first().headers.first().value, "Bearer sk-EXAMPLE-own");
    }

    void aGatewayThatKnowsNoSuchPathOffersNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("404") << 404 << QByteArray(R"({"error":{"message":"no"}})") << int(FailureKind::Unsupported);
        QTest::newRow("405") << 405 << QByteArray("{}") << int(FailureKind::Unsupported);
        QTest::newRow("a web page") << 200 << QByteArray("<html></html>") << int(FailureKind::Unsupported);
        QTest::newRow("something else") << 200 << QByteArray(R"({"data":{}})") << int(FailureKind::Unsupported);
        QTest::newRow("a wrong key") << 401 << QByteArray("{}") << int(FailureKind::Unauthorized);
        QTest::newRow("a broken server") << 500 << QByteArray("{}") << int(FailureKind::Server);
        QTest::newRow("too many") << 429 << QByteArray("{}") << int(FailureKind::RateLimited);
    }
    void aGatewayThatKnowsNoSuchPathOffersNothing()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Fixture f(u"plain_openai"_s);
        f.body(u"/v1/key"_s, body, status);
        QTEST(int(f.ask().error().kind), "kind");
    }
};

QTEST_MAIN(OwnKeyTest)
#include "tst_own_key.moc"
