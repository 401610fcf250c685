// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"
#include "gateway/caller.h"
#include "gateway/portkey/portkey_wire.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;
using gateway::Feature;
namespace wire = gateway::portkey;

class PortkeyTest : public QObject
{
    Q_OBJECT

private slots:
    void theOpenSourceGatewayHasCallsOnlyAndSaysSo()
    {
        World w;
        w.http.answerRecorded(u"GET /v1/api-keys?page_size=1&current_page=0"_s, u"portkey/65-admin-api-keys.json"_s);
        w.http.answerRecorded(u"GET /"_s, u"portkey/01-root-health.json"_s);
        const auto identity = finished(w.admin->identity()).value();
        QVERIFY(identity.evidence.contains(u"open-source"_s));
        QVERIFY(w.admin->features() == gateway::Features({}));
        QVERIFY(!w.admin->keys() && !w.admin->usage());
        QVERIFY(finished(w.admin->health()));
    }

    void itsAdminPathsAreUnsupportedNotBroken_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::newRow("65") << u"portkey/65-admin-api-keys.json"_s;
        QTest::newRow("66") << u"portkey/66-admin-analytics.json"_s;
        QTest::newRow("67") << u"portkey/67-admin-virtual-keys.json"_s;
    }
    void itsAdminPathsAreUnsupportedNotBroken()
    {
        QFETCH(QString, recording);
        World w;
        w.http.answerAllWith(ScriptedHttp::recorded(recording));
        const Failure failure = finished(w.admin->keys()->find(u"k"_s)).error();
        QCOMPARE(failure.kind, FailureKind::Unsupported);
        QVERIFY(failure.detail.contains(u"no admin API"_s));
    }

    void callersAreKnownByItsOwnHeader()
    {
        World w;
        w.say(u"GET /v1/models"_s, R"({"data":[{"id":"@openai/gpt-4o"}]})");
        const auto caller = w.caller();
        QCOMPARE(finished(caller->aliases()->all()).value().first().name, u"@openai/gpt-4o"_s);
        QCOMPARE(w.header(0, "x-portkey-api-key"), "data-EXAMPLE-0001");
        QVERIFY(w.header(0, "Authorization").isEmpty());
    }

    void theOpenSourceOneListsNoModelsToThemAndThatIsNoFailure()
    {
        World w;
        w.http.answerRecorded(u"GET /v1/models"_s, u"portkey/60-models-bare.json"_s);
        const Failure failure = finished(w.caller()->aliases()->all()).error();
        QCOMPARE(failure.kind, FailureKind::Unsupported);
        QVERIFY2(failure.detail.contains(u"names a provider"_s), qPrintable(failure.detail));
    }

    void itIsRecognisedByItsGreeting()
    {
        World w;
        const auto *adapter = gateway::adapterOf(u"portkey"_s);
        w.http.answerRecorded(u"GET /"_s, u"portkey/01-root-health.json"_s);
        QVERIFY(finished(adapter->recognise(w.http, QUrl(u"http://gw.test"_s))));
        QVERIFY(w.header(0, "x-portkey-api-key").isEmpty());
        w.say(u"GET /"_s, "hello");
        QCOMPARE(
            finished(adapter->recognise(w.http, QUrl(u"http://gw.test"_s))).error().kind, FailureKind::NotAGateway);
    }

    void everyShapeOfErrorIsRead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("scope") << 403
                               << QByteArray(R"({"success":false,"data":{"message":"no scope","errorCode":"AB03"}})")
                               << FailureKind::Forbidden << u"no scope"_s;
        QTest::newRow("scope in a 200") << 200
                                        << QByteArray(
                                               R"({"success":false,"data":{"message":"no scope","errorCode":"AB03"}})")
                                        << FailureKind::Forbidden << u"no scope"_s;
        QTest::newRow("budget") << 412 << QByteArray(R"({"status":"failure","message":"over"})") << FailureKind::Budget
                                << u"over"_s;
        QTest::newRow("html inside") << 500 << QByteArray(R"({"html-message":"fetch failed"})") << FailureKind::Server
                                     << u"fetch failed"_s;
        QTest::newRow("unknown path") << 404 << QByteArray(R"({"message":"Not Found","ok":false})")
                                      << FailureKind::NotFound << u"Not Found"_s;
        QTest::newRow("empty 429") << 429 << QByteArray() << FailureKind::RateLimited << u"HTTP 429"_s;
    }
    void everyShapeOfErrorIsRead()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        World w;
        w.say(u"GET /v1/api-keys/k"_s, body, status);
        const Failure failure = finished(w.admin->keys()->find(u"k"_s)).error();
        QTEST(failure.kind, "kind");
        QVERIFY2(failure.detail.contains(said), qPrintable(failure.detail));
    }

    void readsAKeyWithWhatItCanTell()
    {
        World w;
        const Key key = w.found();
        QCOMPARE(w.header(0, "x-portkey-api-key"), "admin-EXAMPLE-0001");
        QVERIFY(w.header(0, "Authorization").isEmpty());
        QCOMPARE(key.prefix, u"pk-"_s);
        QCOMPARE(key.lastFour, u"0001"_s);
        QCOMPARE(key.budgets, (QList<Budget>{{10'000'000'000, u"month"_s, {}}}));
        QCOMPARE(key.rates, (KeyRates{60, 0, 0, 0})); // tokens count by the hour
        QCOMPARE(key.holder, u"ws-1"_s);
    }

    void aKeyInPlainTextIsNotKeptAndTokensAreNoMoney()
    {
        const QByteArray row =
            R"({"id":"k","name":"n","key":"pk-EXAMPLE-000000000001","usage_limits":{"credit_limit":5,"type":"tokens"}})";
        const Key key = wire::readKey(row).value();
        QVERIFY(key.prefix.isEmpty() && key.lastFour.isEmpty());
        QVERIFY(key.budgets.isEmpty());
    }

    void aChangeIsSentWholeWithWhatItDoesNotTouch()
    {
        World w;
        w.file(u"PUT /v1/api-keys/k-0001"_s, u"empty.json"_s);
        Key after = w.found();
        after.rates.requestsPerMinute = 5;
        after.budgets = {{20'000'000'000, u"week"_s, {}}};
        QVERIFY(finished(w.admin->keys()->write(w.found(), after)));
        const QJsonObject sent = w.sent(w.http.requests.size() - 1);
        QCOMPARE(sent["description"_L1].toString(), u"kept as it is"_s);
        QCOMPARE(sent["scopes"_L1].toArray().size(), 2);
        QCOMPARE(sent["defaults"_L1]["metadata"_L1]["team"_L1].toString(), u"search"_s);
        QCOMPARE(sent["usage_limits"_L1]["credit_limit"_L1].toInt(), 20);
        QCOMPARE(sent["usage_limits"_L1]["alert_threshold"_L1].toInt(), 8);
        QCOMPARE(sent["usage_limits"_L1]["periodic_reset"_L1].toString(), u"weekly"_s);
        QCOMPARE(sent["rate_limits"_L1][0]["unit"_L1].toString(), u"rph"_s);
        QCOMPARE(sent["rate_limits"_L1][1]["value"_L1].toInt(), 5);
        QVERIFY(!sent.contains(u"key"_s) && !sent.contains(u"id"_s));
    }

    void partsOfADollarAndOtherWindowsAreRefused()
    {
        Key key;
        key.budgets = {{1'500'000'000, u"month"_s, {}}};
        QCOMPARE(wire::writableLimits(key).error().kind, FailureKind::Input);
        key.budgets = {{1'000'000'000, u"day"_s, {}}};
        QCOMPARE(wire::writableLimits(key).error().kind, FailureKind::Unsupported);
        key.budgets = {{1'000'000'000, u"lifetime"_s, {}}};
        QVERIFY(wire::writableLimits(key));
    }

    void aKeyCannotBeSwitchedOff()
    {
        World w;
        Key after = w.found();
        after.enabled = false;
        QCOMPARE(finished(w.admin->keys()->write(w.found(), after)).error().kind, FailureKind::Unsupported);
    }

    void aCreateIsReadAfterwardsAndKeepsItsSecretEitherWay()
    {
        World w;
        w.file(u"POST /v1/api-keys/workspace/service"_s, u"issued.json"_s);
        Key wanted;
        wanted.name = u"demo-app"_s;
        QCOMPARE(finished(w.admin->keys()->create(wanted)).value().key.name, u"app-1"_s);
        QCOMPARE(w.body(0), R"({"name":"demo-app","scopes":["completions.write"]})");
        w.say(u"GET /v1/api-keys/k-0001"_s, "", 500);
        const auto issued = finished(w.admin->keys()->create(wanted)).value();
        QCOMPARE(issued.secret, Secret("pk-EXAMPLE-000000000001"));
        QCOMPARE(issued.key.id, u"k-0001"_s);
    }

    void aRotationKeepsTheSecretBeforeForHalfAnHourAtLeast()
    {
        World w;
        w.file(u"POST /v1/api-keys/k-0001/rotate"_s, u"rotated.json"_s);
        const Key key = w.found();
        QCOMPARE(finished(w.admin->keys()->rotate(key, std::chrono::minutes(29))).error().kind, FailureKind::Input);
        const auto issued = finished(w.admin->keys()->rotate(key, std::chrono::minutes(30))).value();
        QCOMPARE(w.body(1), "{\"key_transition_period_ms\":1800000}");
        QCOMPARE(issued.key.previousUntil->toString(Qt::ISODate), u"2026-11-22T13:00:00Z"_s);
    }

    void costsAreCents()
    {
        World w;
        const QString span =
            u"?time_of_generation_min=2026-11-21T12:00:00Z&time_of_generation_max=2026-11-22T12:00:00Z"_s;
        w.file(u"GET /v1/analytics/graphs/requests"_s + span, u"graph-requests.json"_s);
        w.file(u"GET /v1/analytics/graphs/cost"_s + span, u"graph-cost.json"_s);
        const auto totals = finished(w.admin->usage()->totals(w.clock.now().addDays(-1), w.clock.now())).value();
        QCOMPARE(totals.requests.value(), 1234);
        QCOMPARE(totals.costNanos.value(), 12'345'678'901);
        QVERIFY(!totals.inputTokens);
        QCOMPARE(finished(w.admin->usage()->after({})).error().kind, FailureKind::Unsupported);
    }

    void aCallIsKnownByItsTrace()
    {
        World w;
        w.traced(u"2026-11-21T12:00:00Z"_s);
        const auto row = finished(w.admin->usage()->byRequest(u"trace-1"_s)).value();
        QCOMPARE(row.requestId, u"trace-1"_s);
        QCOMPARE(row.model, u"gpt-4o"_s);
        QCOMPARE(row.costNanos.value(), 2'500'000); // a quarter of a cent
        QCOMPARE(row.at, QDateTime({2026, 11, 22}, {11, 0}, Qt::UTC));
        QVERIFY(!row.inputTokens && !row.outputTokens && !row.status); // not told apart
    }

    void anOlderTraceIsLookedForOnce()
    {
        World w;
        const QString none = u"GET /v1/analytics/graphs/requests?"_s + World::span(u"2026-11-21T12:00:00Z"_s);
        w.traced(u"2026-10-23T12:00:00Z"_s);
        w.say(none, R"({"summary":{"total":0}})");
        QVERIFY(finished(w.admin->usage()->byRequest(u"trace-1"_s)));
        QCOMPARE(w.http.calls.size(), 4);
    }

    void aTraceOfSeveralCallsIsNoCall_data()
    {
        QTest::addColumn<QByteArray>("graph");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("none") << QByteArray(R"({"summary":{"total":0}})") << FailureKind::NotFound;
        QTest::newRow("two") << QByteArray(R"({"summary":{"total":2}})") << FailureKind::Conflict;
    }
    void aTraceOfSeveralCallsIsNoCall()
    {
        QFETCH(QByteArray, graph);
        World w;
        w.say(u"GET /v1/analytics/graphs/requests?*"_s, graph);
        QTEST(finished(w.admin->usage()->byRequest(u"trace-1"_s)).error().kind, "kind");
    }

    void configsAndModelsOfItsProvidersAreAliases()
    {
        World w;
        w.catalog();
        const auto all = finished(w.admin->aliases()->all()).value();
        QStringList names;
        for (const Alias &alias : all)
            names << alias.name;
        QCOMPARE(names,
            (QStringList{u"pc-fallback"_s, u"pc-shares"_s, u"pc-program"_s, u"@openai-main/gpt-4o"_s, u"@spent"_s}));
        QCOMPARE(all[0].strategy, u"ordered"_s);
        QCOMPARE(
            all[0].routes, (QList<Route>{{u"openai-main"_s, u"gpt-4o"_s, 100, {}, {}}, {u"spent"_s, {}, 100, {}, {}}}));
        QCOMPARE(all[1].strategy, u"weighted"_s);
        QCOMPARE(all[1].routes[0].weight, 70);
        QVERIFY(all[2].routes.isEmpty()); // a program
        QCOMPARE(all[3].routes.first().upstream, u"openai-main"_s);
        QVERIFY(all[4].routes.isEmpty());
        QCOMPARE(finished(w.admin->aliases()->write(all[0], all[0])).error().kind, FailureKind::Unsupported);
    }

    void aPartThatTheKeyMayNotSeeIsLeftOut()
    {
        World w;
        w.catalog();
        w.say(u"GET /v1/configs?page_size=100&current_page=0"_s,
            R"({"success":false,"data":{"message":"no scope","errorCode":"AB03"}})", 403);
        QCOMPARE(finished(w.admin->aliases()->all()).value().size(), 2);
        w.say(u"GET /v1/providers?page_size=100&current_page=0"_s,
            R"({"success":false,"data":{"message":"no scope","errorCode":"AB03"}})", 403);
        QCOMPARE(finished(w.admin->aliases()->all()).error().kind, FailureKind::Forbidden);
    }

    void whatIsExhaustedIsTold()
    {
        World w;
        w.file(u"GET /v1/api-keys?page_size=100&current_page=0"_s, u"keys.json"_s);
        w.file(u"GET /v1/api-keys?page_size=100&current_page=1"_s, u"keys-page2.json"_s);
        w.file(u"GET /v1/providers?page_size=100&current_page=0"_s, u"providers.json"_s);
        const auto all = finished(w.admin->limits()->allowances()).value();
        QCOMPARE(all[0].limitNanos.value(), 10'000'000'000);
        QVERIFY(!all[0].spentNanos && !all[0].leftNanos && !all[0].unlimited); // not told
        QCOMPARE(all[0].window, u"month"_s);
        QCOMPARE(all[1].leftNanos.value(), 0); // exhausted, of a limit that is none of its own
        QVERIFY(!all[1].unlimited);
        const Allowance spent = all.last();
        QCOMPARE(spent.scope, u"provider"_s);
        QCOMPARE(spent.spentNanos.value(), 5'000'000'000);
        QCOMPARE(spent.resetsAt.value(), QDateTime({2026, 11, 23}, {0, 0}, Qt::UTC));
        QVERIFY(std::ranges::none_of(all, [](const Allowance &one) { return one.id == "openai-main"_L1; }));
    }

    void wrongTypesAreNamed()
    {
        QCOMPARE(wire::readKeys(R"({"data":{}})").error().detail, u"key list.data: no list of objects"_s);
        QCOMPARE(wire::readKey(R"({"id":1})").error().detail, u"key.id: no text"_s);
        QCOMPARE(wire::readKey(R"({"id":"k","name":"n","usage_limits":{"credit_limit":"x"}})").error().detail,
            u"key.usage_limits.credit_limit: no amount"_s);
        QCOMPARE(wire::readIssued(R"({"id":"k"})").error().detail, u"issued key.key: no text"_s);
        QCOMPARE(wire::readGraph(R"({"summary":[]})", 0).error().detail, u"graph.summary: no object"_s);
    }

private:
    struct World : AdminWorld
    {
        World() : AdminWorld(u"portkey"_s, u"http://gw.test/v1"_s, u"http://gw.test/v1"_s)
        {
            file(u"GET /v1/api-keys/k-0001"_s, u"key.json"_s);
        }
        static QString span(const QString &from)
        {
            return u"time_of_generation_min=%1&time_of_generation_max=2026-11-22T13:00:00Z&trace_id=trace-1"_s.arg(
                from);
        }
        void traced(const QString &from)
        {
            file(u"GET /v1/analytics/graphs/requests?"_s + span(from), u"trace-requests.json"_s);
            file(u"GET /v1/analytics/graphs/cost?"_s + span(from), u"trace-cost.json"_s);
            file(u"GET /v1/analytics/groups/ai-models?"_s + span(from), u"trace-models.json"_s);
        }
        void catalog()
        {
            file(u"GET /v1/providers?page_size=100&current_page=0"_s, u"providers.json"_s);
            file(u"GET /v1/configs?page_size=100&current_page=0"_s, u"configs.json"_s);
            for (const QString &name : {u"fallback"_s, u"shares"_s, u"program"_s})
                file(u"GET /v1/configs/pc-"_s + name, u"config-%1.json"_s.arg(name));
            file(u"GET /v1/models"_s, u"models.json"_s);
        }
        std::unique_ptr<gateway::Admin> caller()
        {
            const QUrl url(u"http://gw.test/v1"_s);
            return gateway::callerOf(*gateway::adapterOf(u"portkey"_s),
                {url, url, Secret("admin-EXAMPLE-0001"), Secret("data-EXAMPLE-0001"), {}, http, clock});
        }
        Key found() { return finished(admin->keys()->find(u"k-0001"_s)).value(); }
    };
};

QTEST_GUILESS_MAIN(PortkeyTest)
#include "tst_portkey.moc"
