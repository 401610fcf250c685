// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"

using namespace Qt::StringLiterals;
using gateway::Feature;

class BifrostTest : public QObject
{
    Q_OBJECT

private slots:
    void aSecretGoesAsBasicAsBearerOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("user and password")
            << QByteArray("admin:EXAMPLE-password") << QByteArray("Basic YWRtaW46RVhBTVBMRS1wYXNzd29yZA==");
        QTest::newRow("session") << QByteArray("EXAMPLE-session") << QByteArray("Bearer EXAMPLE-session");
        QTest::newRow("off") << QByteArray() << QByteArray();
    }
    void aSecretGoesAsBasicAsBearerOrNotAtAll()
    {
        QFETCH(QByteArray, secret);
        World w{Secret(secret)};
        QVERIFY(finished(w.admin->identity()));
        QTEST(w.header(0, "Authorization"), "header");
    }

    void itSaysItsVersionAndWhoMayAdministerIt()
    {
        World w;
        const auto identity = finished(w.admin->identity()).value();
        QCOMPARE(identity.version, u"v1.6.7"_s);
        QVERIFY2(identity.evidence.contains(u"2.2.5"_s), qPrintable(identity.evidence));
        w.say(u"GET /api/session/is-auth-enabled"_s, R"({"is_auth_enabled":false})");
        QVERIFY(finished(w.admin->identity()).value().evidence.contains(u"whoever reaches this port"_s));
    }

    void aServerWithoutAVersionIsAnOldOne()
    {
        World w;
        w.say(u"GET /api/version"_s, "404 page not found", 404);
        w.file(u"GET /api/governance/virtual-keys?limit=100&offset=0"_s, u"old-keys.json"_s);
        const auto identity = finished(w.admin->identity()).value();
        QVERIFY(identity.version.isEmpty());
        QVERIFY(identity.evidence.startsWith(u"GET /api/session/is-auth-enabled"_s));
    }

    void theSetupTokenIsExplained()
    {
        World w;
        w.say(u"GET /api/governance/virtual-keys?limit=100&offset=0"_s,
            R"({"is_bifrost_error":false,"status_code":401,"error":{"message":"setup token required"}})", 401);
        const Failure failure = finished(w.admin->identity()).error();
        QCOMPARE(failure.kind, FailureKind::Unauthorized);
        QVERIFY2(failure.detail.contains(u"make an administrator"_s), qPrintable(failure.detail));
    }

    void errorsAreTheirTypeBeforeTheirStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("budget") << 403 << QByteArray(R"({"type":"budget_exceeded","error":{"message":"x"}})")
                                << FailureKind::Budget;
        QTest::newRow("unknown key, old")
            << 403 << QByteArray(R"({"type":"virtual_key_not_found","error":{"message":"x"}})")
            << FailureKind::Unauthorized;
        QTest::newRow("tokens") << 400 << QByteArray(R"({"type":"token_limited","error":{"message":"x"}})")
                                << FailureKind::RateLimited;
        QTest::newRow("taken") << 400
                               << QByteArray(R"({"error":{"message":"Virtual key with this name already exists"}})")
                               << FailureKind::Conflict;
        QTest::newRow("refused") << 400 << QByteArray(R"({"error":{"message":"invalid duration"}})")
                                 << FailureKind::Rejected;
        QTest::newRow("gone") << 404 << QByteArray(R"({"error":{"message":"Virtual key not found"}})")
                              << FailureKind::NotFound;
        QTest::newRow("empty 429") << 429 << QByteArray() << FailureKind::RateLimited;
        QTest::newRow("inside a 200") << 200
                                      << QByteArray(
                                             R"({"is_bifrost_error":true,"status_code":500,"error":{"message":"x"}})")
                                      << FailureKind::Server;
    }
    void errorsAreTheirTypeBeforeTheirStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        World w;
        w.say(u"GET /api/governance/virtual-keys/x"_s, body, status);
        QTEST(finished(w.admin->keys()->find(u"x"_s)).error().kind, "kind");
    }

    void aRowTellsOneCallAndNothingOfItsContent()
    {
        World w;
        w.file(u"GET /api/logs/a"_s, u"log.json"_s);
        const UsageRecord row = finished(w.admin->usage()->byRequest(u"a"_s)).value();
        QCOMPARE(row.keyId, u"2f7c0000-0000-4000-8000-000000000001"_s);
        QCOMPARE(row.alias, u"fast"_s);
        QCOMPARE(row.upstream, u"openai"_s);
        QCOMPARE(row.family, u"chat"_s);
        QCOMPARE(row.inputTokens.value(), 9);
        QCOMPARE(row.cachedTokens.value(), 4);
        QCOMPARE(row.reasoningTokens.value(), 1);
        QCOMPARE(row.costNanos.value(), 4200);
        QCOMPARE(row.totalMs.value(), 812);
        QCOMPARE(row.at.toString(Qt::ISODateWithMs), u"2026-11-22T10:01:00.123Z"_s);
    }

    void aWindowOfTheLogLeavesOutWhatStillRuns()
    {
        World w;
        w.file(w.logs(0), u"logs.json"_s);
        const auto page = finished(w.admin->usage()->after(w.window)).value();
        QCOMPARE(page.rows.size(), 3);
        QCOMPARE(page.rows[1].status.value(), 403);
        QCOMPARE(page.rows[1].errorClass, u"virtual_key_blocked"_s);
        QCOMPARE(page.rows[1].ended, u"error"_s);
        QCOMPARE(page.rows[1].alias, u"openai/gpt-4.1-mini"_s);
        QVERIFY(!page.rows[2].costNanos); // zero with tokens: no price, which is not free
        QCOMPARE(page.rows[2].ended, u"complete"_s);
        QVERIFY(page.complete);
        QCOMPARE(page.next, u"2026-11-21T01:00:00Z"_s);
        QCOMPARE(page.until->toString(Qt::ISODate), u"2026-11-21T01:00:00Z"_s);
    }

    void aFullPageIsFollowedByTheNextOfTheSameWindow()
    {
        World w;
        QByteArray rows;
        for (int i = 0; i < 1000; ++i)
            rows += QByteArray(i ? "," : "") + "{\"id\":\"r" + QByteArray::number(i)
                + "\",\"timestamp\":\"2026-11-21T00:00:00Z\"}";
        w.say(w.logs(0), "{\"logs\":[" + rows + "]}");
        w.say(w.logs(1000), "{\"logs\":null}");
        const auto first = finished(w.admin->usage()->after(w.window)).value();
        QCOMPARE(first.rows.size(), 1000);
        QVERIFY(first.complete && !first.until);
        const auto second = finished(w.admin->usage()->after(first.next)).value();
        QVERIFY(second.rows.isEmpty());
        QCOMPARE(second.next, u"2026-11-21T01:00:00Z"_s);
    }

    void aMissingRowIsSearchedOnlyWhereTheRouteIsUnknown()
    {
        World w;
        w.say(u"GET /api/logs/a"_s, R"({"error":{"message":"log not found"}})", 404);
        QCOMPARE(finished(w.admin->usage()->byRequest(u"a"_s)).error().kind, FailureKind::NotFound);
        QCOMPARE(w.http.calls.size(), 1);
        w.say(u"GET /api/logs/5b0e0000-0000-4000-8000-000000000003"_s, "Cannot GET", 404);
        w.file(u"GET /api/logs?start_time=2026-11-22T11:00:00Z&end_time=2026-11-22T12:01:00Z&request_id="
               "5b0e0000-0000-4000-8000-000000000003&limit=1000"_s,
            u"logs.json"_s);
        const auto row = finished(w.admin->usage()->byRequest(u"5b0e0000-0000-4000-8000-000000000003"_s)).value();
        QCOMPARE(row.requestId, u"5b0e0000-0000-4000-8000-000000000003"_s);
    }

    void withoutLoggingThereIsNoUsage()
    {
        World w;
        w.say(u"GET /api/logs?limit=1"_s, R"({"error":{"message":"logging is not enabled"}})", 400);
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(!w.admin->usage());
        QVERIFY(!w.admin->features().has(Feature::UsageRows));
        w.say(u"GET /api/logs?limit=1"_s, "", 503); // away for a moment: that says nothing
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(w.admin->usage());
    }

    void sumsAreTheServersOwn()
    {
        World w;
        w.file(u"GET /api/logs/stats?start_time=2026-11-22T11:00:00Z&end_time=2026-11-22T12:00:00Z"_s, u"stats.json"_s);
        const auto totals = finished(w.admin->usage()->totals(w.clock.now().addSecs(-3600), w.clock.now())).value();
        QCOMPARE(totals.requests.value(), 1234);
        QCOMPARE(totals.costNanos.value(), 12'345'678'901);
        QVERIFY(!totals.inputTokens);
    }

    void rulesThatGiveOneNameOtherTargetsAreAliases()
    {
        World w;
        w.file(u"GET /api/models?limit=10000"_s, u"models.json"_s);
        w.file(u"GET /api/governance/routing-rules"_s, u"rules.json"_s);
        const auto aliases = finished(w.admin->aliases()->all()).value();
        QStringList names;
        for (const Alias &alias : aliases)
            names << alias.name;
        QCOMPARE(names, (QStringList{u"openai/gpt-4.1-mini"_s, u"anthropic/claude-sonnet-4"_s, u"fast"_s}));
        QCOMPARE(aliases[2].routes[0].weight, 70);
        QCOMPARE(aliases[2].routes[1].model, u"claude-sonnet-4"_s);
        QCOMPARE(aliases[2].fallbacks, QStringList{u"anthropic/claude-sonnet-4"_s});
        w.say(u"GET /api/governance/routing-rules"_s, "404 page not found", 404);
        QCOMPARE(finished(w.admin->aliases()->all()).value().size(), 2);
    }

    void limitsAreToldInTheirOwnUnits()
    {
        World w;
        w.file(u"GET /api/governance/budgets"_s, u"budgets.json"_s);
        w.file(u"GET /api/governance/rate-limits"_s, u"rate-limits.json"_s);
        const auto all = finished(w.admin->limits()->allowances()).value();
        QCOMPARE(all.size(), 5);
        QCOMPARE(all[0].scope, u"key"_s);
        QCOMPARE(all[0].leftNanos.value(), 3'750'000'001);
        QCOMPARE(all[1].scope, u"team"_s);
        QCOMPARE(all[1].limitNanos.value(), 110'000'000'000); // with its override
        QCOMPARE(all[3].currency, u"requests"_s);
        QCOMPARE(all[4].currency, u"tokens"_s);
        QCOMPARE(all[4].window, u"1h"_s);
        QCOMPARE(all[4].leftNanos.value(), 49'993'000'000'000);
    }

    void aStoreThatIsDownIsNoHealth()
    {
        World w;
        QVERIFY(finished(w.admin->health()));
        w.say(u"GET /health"_s, R"({"error":{"message":"config store is down"}})", 503);
        QCOMPARE(finished(w.admin->health()).error().kind, FailureKind::Server);
    }

    void itIsRecognisedByItsSignInQuestion()
    {
        World w;
        const auto *adapter = gateway::adapterOf(u"bifrost"_s);
        const auto identity = finished(adapter->recognise(w.http, QUrl(u"http://gw.test/v1"_s))).value();
        QCOMPARE(identity.version, u"v1.6.7"_s);
        QVERIFY(w.header(0, "Authorization").isEmpty());
        w.say(u"GET /api/session/is-auth-enabled"_s, "{}");
        QVERIFY(!finished(adapter->recognise(w.http, QUrl(u"http://gw.test"_s))));
    }

    void everyFormOfTheAddressLeadsToOneRoot_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("root") << u"http://gw.test/prefix"_s;
        QTest::newRow("root/") << u"http://gw.test/prefix/"_s;
        QTest::newRow("api") << u"http://gw.test/prefix/api/"_s;
        QTest::newRow("v1") << u"http://gw.test/prefix/v1"_s;
    }
    void everyFormOfTheAddressLeadsToOneRoot()
    {
        QFETCH(QString, url);
        const auto places = gateway::adapterOf(u"bifrost"_s)->places(QUrl(u"http://gw.test/v1"_s), QUrl(url));
        QCOMPARE(places.first().url.toString(), u"http://gw.test/v1/models"_s);
        QCOMPARE(places.at(2).url.toString(), u"http://gw.test/prefix/api/governance/virtual-keys"_s);
    }

private:
    struct World : AdminWorld
    {
        const QString window = u"2026-11-21T00:00:00Z/2026-11-21T01:00:00Z/1"_s;

        explicit World(const Secret &secret = Secret("admin:EXAMPLE-password"))
            : AdminWorld(u"bifrost"_s, u"http://gw.test/v1"_s, u"http://gw.test"_s, secret)
        {
            file(u"GET /api/version"_s, u"version.json"_s);
            file(u"GET /api/session/is-auth-enabled"_s, u"sign-in.json"_s);
            file(u"GET /health"_s, u"health.json"_s);
            file(u"GET /api/governance/virtual-keys?limit=100&offset=0"_s, u"keys-page1.json"_s);
            file(u"GET /api/logs?limit=1"_s, u"logs.json"_s);
        }
        static QString logs(int offset)
        {
            return u"GET /api/logs?start_time=2026-11-21T00:00:00Z&end_time=2026-11-21T01:00:00Z&limit=1000&offset=%1"
                   "&sort_by=timestamp&order=asc"_s.arg(offset);
        }
    };
};

QTEST_GUILESS_MAIN(BifrostTest)
#include "tst_bifrost.moc"
