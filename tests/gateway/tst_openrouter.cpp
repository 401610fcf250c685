// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"

using namespace Qt::StringLiterals;
using gateway::Feature;

class OpenRouterTest : public QObject
{
    Q_OBJECT

private slots:
    void secretsInTheWrongSlotsAreNamed_data()
    {
        QTest::addColumn<bool>("adminManages");
        QTest::addColumn<bool>("dataManages");
        QTest::addColumn<QString>("said");
        QTest::newRow("as they should be") << true << false << QString();
        QTest::newRow("exchanged") << false << true << u"exchanged"_s;
        QTest::newRow("two inference keys") << false << false << u"the admin secret is an inference key"_s;
    }
    void secretsInTheWrongSlotsAreNamed()
    {
        QFETCH(bool, adminManages);
        QFETCH(bool, dataManages);
        QFETCH(QString, said);
        World w;
        w.file(u"GET /api/v1/key"_s, fileOf(adminManages));
        w.file(u"GET /data/v1/key"_s, fileOf(dataManages));
        w.file(u"GET /api/v1/analytics/meta"_s, u"analytics-meta.json"_s);
        const auto identity = finished(w.admin->identity());
        QCOMPARE(identity.has_value(), said.isEmpty());
        if (!identity)
            QVERIFY2(identity.error().detail.contains(said), qPrintable(identity.error().detail));
    }

    void aLoneSecretGoesIntoItsSlot()
    {
        World only(Secret(), Secret("data-EXAMPLE-0001"));
        only.file(u"GET /data/v1/key"_s, u"whoami-inference.json"_s);
        QVERIFY(finished(only.admin->identity()));
        QVERIFY(!only.admin->keys());
        QVERIFY(!only.admin->features().has(Feature::UsageRows));
        const Allowance own = finished(only.admin->limits()->allowances()).value().first();
        QCOMPARE(own.scope, u"key"_s);
        QCOMPARE(own.window, u"month"_s);
        QCOMPARE(own.leftNanos.value(), 9'500'000'000);
        only.file(u"GET /data/v1/key"_s, u"whoami-management.json"_s);
        QVERIFY(finished(only.admin->identity()).error().detail.contains(u"management key"_s));
    }

    void pricesAreReadPerMillionAndUnknownStaysUnknown()
    {
        World w;
        w.file(u"GET /data/v1/models?output_modalities=all"_s, u"models.json"_s);
        const auto aliases = finished(w.admin->aliases()->all()).value();
        QCOMPARE(aliases[0].price.inputNanos.value(), 400'000'000);
        QCOMPARE(aliases[0].price.outputNanos.value(), 1'600'000'000);
        QCOMPARE(aliases[0].price.cachedNanos.value(), 100'000'000);
        QCOMPARE(aliases[0].contextTokens.value(), 1'047'576);
        QCOMPARE(aliases[1].price.inputNanos.value(), 0); // free, which is not unknown
        QVERIFY(!aliases[3].price.inputNanos && !aliases[3].price.outputNanos); // "-1"
        QCOMPARE(aliases[4].routes.first().model, u"openai/gpt-4.1"_s);
        QCOMPARE(finished(w.admin->aliases()->write({}, aliases[0])).error().kind, FailureKind::Unsupported);
    }

    void theBalanceIsExact()
    {
        World w;
        w.file(u"GET /api/v1/credits"_s, u"credits.json"_s);
        const Allowance account = finished(w.admin->limits()->allowances()).value().first();
        QCOMPARE(account.leftNanos.value(), 68'376'543'211);
        QCOMPARE(account.currency, u"USD"_s);
    }

    void sumsComeFromTheAnalyticsWithCountsAsTexts()
    {
        World w;
        w.file(u"POST /api/v1/analytics/query"_s, u"analytics-totals.json"_s);
        const QDateTime to = w.clock.now();
        const auto totals = finished(w.admin->usage()->totals(to.addDays(-1), to)).value();
        QCOMPARE(totals.requests.value(), 1234);
        QCOMPARE(totals.inputTokens.value(), 9'000'000'000);
        QCOMPARE(totals.outputTokens.value(), 1200);
        QCOMPARE(totals.costNanos.value(), 12'345'678'901);
        QVERIFY(!net::writes(w.http.requests.first()));
        QCOMPARE(w.http.requests.first().lane, "analytics");
    }

    void withoutAnalyticsTheCompletedDaysAreSummedAndTodayIsLeftOut()
    {
        World w;
        w.say(u"POST /api/v1/analytics/query"_s, R"({"error":{"code":404,"message":"no route"}})", 404);
        w.file(u"GET /api/v1/activity"_s, u"activity.json"_s);
        const QDateTime from({2026, 11, 20}, {15, 0}, Qt::UTC);
        const auto totals = finished(w.admin->usage()->totals(from, w.clock.now())).value();
        QCOMPARE(totals.from.toString(Qt::ISODate), u"2026-11-20T00:00:00Z"_s);
        QCOMPARE(totals.to.toString(Qt::ISODate), u"2026-11-22T00:00:00Z"_s);
        QCOMPARE(totals.requests.value(), 9);
        QCOMPARE(totals.inputTokens.value(), 1210);
        QCOMPARE(totals.costNanos.value(), 315'000'000); // 0.1 + 0.2 + 0.015, without a double
    }

    void rowsAreCallsWithTheirModelAndTheirKey()
    {
        World w;
        w.file(u"POST /api/v1/analytics/query"_s, u"analytics-rows.json"_s);
        w.say(u"GET /api/v1/keys?include_disabled=true&offset=0"_s,
            R"({"data":[{"hash":"h1","name":"checkout","disabled":false},{"hash":"h2","name":"app-001","disabled":false},
                {"hash":"h3","name":"app-001","disabled":true}]})");
        const auto page = finished(w.admin->usage()->after({})).value();
        QCOMPARE(page.rows.size(), 3);
        QCOMPARE(page.rows[0].requestId, u"gen-1787390000-1"_s);
        QCOMPARE(page.rows[0].keyId, u"h1"_s);
        QCOMPARE(page.rows[1].key, u"app-001"_s);
        QVERIFY(page.rows[1].keyId.isEmpty()); // two keys have that name
        QCOMPARE(page.rows[0].inputTokens.value(), 10);
        QCOMPARE(page.rows[0].costNanos.value(), 4200);
        QCOMPARE(page.rows[0].at.toString(Qt::ISODate), u"2026-11-22T10:01:00Z"_s);
        QCOMPARE(w.sent(0)["dimensions"_L1][1].toString(), u"model"_s);
        QCOMPARE(w.sent(1)["dimensions"_L1][1].toString(), u"api_key_id"_s);
    }

    void anAnswerCutShortIsAskedForInHalves()
    {
        World w;
        w.say(u"POST /api/v1/analytics/query"_s, R"({"data":{"data":[],"metadata":{"truncated":true}}})");
        const auto page = finished(w.admin->usage()->after(u"2026-11-22T00:00:00Z/2026-11-22T02:00:00Z/1"_s)).value();
        QCOMPARE(page.next, u"2026-11-22T00:00:00Z/2026-11-22T01:00:00Z/1"_s);
        QVERIFY(page.complete && page.rows.isEmpty());
    }

    void rowsAreOfferedWhereTheServiceSaysSo()
    {
        World w;
        w.file(u"GET /api/v1/key"_s, u"whoami-management.json"_s);
        w.file(u"GET /api/v1/analytics/meta"_s, u"analytics-meta.json"_s);
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(w.admin->features().has(Feature::UsageRows));
        w.say(u"GET /api/v1/analytics/meta"_s, "{}", 404);
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(!w.admin->features().has(Feature::UsageRows));
        QCOMPARE(finished(w.admin->usage()->after({})).error().kind, FailureKind::Unsupported);
    }

    void aRecordOfOneCall()
    {
        World w;
        w.file(u"GET /data/v1/generation?id=gen-1724-abc"_s, u"generation.json"_s);
        const UsageRecord row = finished(w.admin->usage()->byRequest(u"gen-1724-abc"_s)).value();
        QCOMPARE(row.inputTokens.value(), 9); // the provider's count is billed
        QCOMPARE(row.cachedTokens.value(), 4);
        QCOMPARE(row.costNanos.value(), 4200);
        QCOMPARE(row.totalMs.value(), 812);
        QCOMPARE(row.ended, u"complete"_s);
        QCOMPARE(row.family, u"chat"_s);
        QVERIFY(row.keyId.isEmpty()); // it does not say
    }

    void aRecordThatIsNotThereYetIsNotFoundAndAnotherOneIsRefused()
    {
        World w;
        w.say(u"GET /data/v1/generation?id=gen-2"_s, R"({"error":{"code":404,"message":"Generation not found"}})", 404);
        QCOMPARE(finished(w.admin->usage()->byRequest(u"gen-2"_s)).error().kind, FailureKind::NotFound);
        w.file(u"GET /data/v1/generation?id=gen-2"_s, u"generation.json"_s);
        World other;
        other.file(u"GET /data/v1/generation?id=gen-2"_s, u"generation.json"_s);
        QCOMPARE(finished(other.admin->usage()->byRequest(u"gen-2"_s)).error().detail,
            u"generation.data.id: another one than asked for"_s);
    }

    void anErrorInsideA200IsOne()
    {
        World w;
        w.say(u"GET /api/v1/credits"_s, R"({"error":{"code":402,"message":"Insufficient credits"}})");
        const Failure failure = finished(w.admin->limits()->allowances()).error();
        QCOMPARE(failure.kind, FailureKind::Budget);
        QVERIFY(failure.detail.contains(u"Insufficient credits"_s));
    }

    void anEmpty429IsOne()
    {
        World w;
        w.say(u"GET /api/v1/credits"_s, "", 429);
        QCOMPARE(finished(w.admin->limits()->allowances()).error().kind, FailureKind::RateLimited);
    }

    void itIsRecognisedByItsModelListWithoutASecret()
    {
        World w;
        const auto *adapter = gateway::adapterOf(u"openrouter"_s);
        w.file(u"GET /api/v1/models?limit=1"_s, u"models.json"_s);
        const auto identity = finished(adapter->recognise(w.http, QUrl(u"https://gw.test/api"_s))).value();
        QCOMPARE(identity.kind, u"openrouter"_s);
        QVERIFY(w.http.requests.first().headers.isEmpty());
        w.say(u"GET /api/v1/models?limit=1"_s, R"({"data":[{"id":"gpt"}]})");
        QCOMPARE(
            finished(adapter->recognise(w.http, QUrl(u"https://gw.test"_s))).error().kind, FailureKind::NotAGateway);
    }

    void everyPlaceIsAFinalAddress()
    {
        const auto places = gateway::adapterOf(u"openrouter"_s)->places(QUrl(u"https://openrouter.ai/api/v1"_s), {});
        QCOMPARE(places.first().url.toString(), u"https://openrouter.ai/api/v1/models"_s);
        QCOMPARE(places.last().url.toString(), u"https://openrouter.ai/api/v1/analytics/query"_s);
        QVERIFY(places.last().admin && !places.first().admin);
    }

private:
    static QString fileOf(bool manages) { return manages ? u"whoami-management.json"_s : u"whoami-inference.json"_s; }
    struct World : AdminWorld
    {
        explicit World(const Secret &adminSecret = Secret("admin-EXAMPLE-0001"),
            const Secret &dataSecret = Secret("data-EXAMPLE-0001"))
            : AdminWorld(
                u"openrouter"_s, u"https://gw.test/data/v1"_s, u"https://gw.test/api"_s, adminSecret, dataSecret)
        {}
    };
};

QTEST_GUILESS_MAIN(OpenRouterTest)
#include "tst_openrouter.moc"
