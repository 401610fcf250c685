// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"
#include "gateway/openai_org/openai_org_wire.h"

using namespace Qt::StringLiterals;
namespace wire = gateway::openai_org;

class OpenAiOrgTest : public QObject
{
    Q_OBJECT

private slots:
    void keysAreListedProjectByProject()
    {
        World w;
        const auto keys = finished(gateway::everyKey(*w.admin->keys())).value();
        QStringList ids;
        for (const Key &key : keys)
            ids << key.id;
        QCOMPARE(ids, (QStringList{u"proj_1/key_1"_s, u"proj_1/key_2"_s, u"proj_1/key_3"_s, u"proj_2/key_4"_s}));
        QCOMPARE(keys[0].prefix, u"sk-proj-"_s);
        QCOMPARE(keys[0].lastFour, u"0001"_s);
        QCOMPARE(keys[0].holder, u"proj_1"_s);
        QCOMPARE(keys[0].lastUsedAt->toString(Qt::ISODate), u"2026-08-22T09:13:20Z"_s);
        QVERIFY(!keys[3].lastUsedAt && keys[3].name.isEmpty());
    }

    void aKeyThatIsNotRedactedIsNotKept()
    {
        const Key key =
            wire::readKey(R"({"id":"k","redacted_value":"sk-proj-EXAMPLE0000000000000001"})", u"p"_s).value();
        QVERIFY(key.prefix.isEmpty() && key.lastFour.isEmpty());
    }

    void aProjectWithoutKeysDoesNotEndTheList()
    {
        World w;
        w.say(w.org + u"projects/proj_1/api_keys?owner_project_access=any&limit=100"_s,
            R"({"data":[],"last_id":null,"has_more":false})");
        QCOMPARE(finished(gateway::everyKey(*w.admin->keys())).value().size(), 1);
    }

    void aListThatGoesOnWithoutACursorIsRefused()
    {
        QCOMPARE(wire::readProjects(R"({"data":[],"has_more":true,"last_id":null})").error().detail,
            u"project list.last_id: no cursor, though has_more is true"_s);
        wire::KeyPlace place = wire::KeyPlace::of(u"p/k"_s).value();
        QCOMPARE(place.key, u"k"_s);
        for (const QString &id : {u"k"_s, u"/k"_s, u"p/"_s})
            QCOMPARE(wire::KeyPlace::of(id).error().kind, FailureKind::NotFound);
    }

    void theSamePageAgainIsNoLoop()
    {
        World w;
        w.say(w.org + u"costs?"_s + w.span + u"&limit=180"_s, R"({"data":[],"has_more":true,"next_page":"p"})");
        w.say(w.org + u"costs?"_s + w.span + u"&limit=180&page=p"_s, R"({"data":[],"has_more":true,"next_page":"p"})");
        QCOMPARE(finished(w.totals()).error().kind, FailureKind::Decode);
        QCOMPARE(w.http.calls.size(), 2);
    }

    void sumsAreWholeDaysOverAllPagesAndKinds()
    {
        World w;
        const auto totals = finished(w.totals()).value();
        QCOMPARE(totals.from.toString(Qt::ISODate), u"2026-11-21T00:00:00Z"_s);
        QCOMPARE(totals.to.toString(Qt::ISODate), u"2026-11-23T00:00:00Z"_s);
        QCOMPARE(totals.requests.value(), 18);
        QCOMPARE(totals.inputTokens.value(), 1051); // cached and audio ones are parts of it
        QCOMPARE(totals.outputTokens.value(), 102);
        QCOMPARE(totals.cachedTokens.value(), 500);
        QCOMPARE(totals.costNanos.value(), 300'000'001); // 0.1 + 0.2 and an amount written as text
        QCOMPARE(totals.currency, u"USD"_s);
    }

    void sumsOfOneProjectAndKeyAreAskedForByTheirIds()
    {
        World w;
        net::Exchange none;
        none.status = 200;
        none.body = R"({"data":[],"has_more":false})";
        w.http.answerOthersWith(none);
        const gateway::TotalsPart part{{u"proj_1"_s}, {u"proj_1/key_1"_s, u"key_2"_s}};
        const auto totals = finished(w.admin->usage()->totalsOf(part, w.clock.now().addDays(-1), w.clock.now()));
        QVERIFY(totals && !totals->requests);
        QCOMPARE(w.http.calls.size(), 7);
        for (const QString &call : w.http.calls)
            QVERIFY2(
                call.endsWith(u"&project_ids[]=proj_1&api_key_ids[]=key_1&api_key_ids[]=key_2"_s), qPrintable(call));
    }

    void twoCurrenciesAreNotAdded()
    {
        gateway::UsageTotals totals;
        const QByteArray page = R"({"has_more":false,"data":[{"results":[{"amount":{"value":1,"currency":"usd"}},
            {"amount":{"value":1,"currency":"eur"}}]}]})";
        QCOMPARE(wire::addCosts(page, totals).error().detail,
            u"costs.data[0].results[1].amount.currency: another one than before"_s);
    }

    void bucketsAreNoCalls()
    {
        World w;
        QVERIFY(!w.admin->features().has(gateway::Feature::UsageRows));
        QCOMPARE(finished(w.admin->usage()->after({})).error().kind, FailureKind::Unsupported);
    }

    void limitsAreCentsAndCounts()
    {
        World w;
        const auto all = finished(w.admin->limits()->allowances()).value();
        QCOMPARE(all.size(), 5);
        QCOMPARE(all[0].limitNanos.value(), 123'450'000'000);
        QCOMPARE(all[0].window, u"month"_s);
        QCOMPARE(all[1].scope + u' ' + all[1].id + u' ' + all[1].name, u"team proj_1 Default project"_s);
        QCOMPARE(all[1].limitNanos.value(), 50'000'000'000); // proj_2 has none set
        QCOMPARE(all[2].name, u"Default project · gpt-4.1-mini"_s);
        QCOMPARE(all[2].currency, u"requests"_s);
        QCOMPARE(all[3].limitNanos.value(), 200'000'000'000'000);
        w.say(w.org + u"spend_limit"_s, R"({"error":{"message":"none"}})", 404);
        QCOMPARE(finished(w.admin->limits()->allowances()).value().size(), 4);
    }

    void aProjectsKeyIsToldWhatIsNeeded()
    {
        World w;
        w.say(w.org + u"projects?limit=1"_s,
            R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}})",
            401);
        const Failure failure = finished(w.admin->identity()).error();
        QCOMPARE(failure.kind, FailureKind::Unauthorized);
        QVERIFY2(failure.detail.contains(u"organization admin key"_s), qPrintable(failure.detail));
    }

    void keysAreDeletedOnly()
    {
        World w;
        Key key;
        key.id = u"proj_1/key_1"_s;
        QVERIFY(finished(w.admin->keys()->remove(key)));
        QCOMPARE(finished(w.admin->keys()->create(key)).error().kind, FailureKind::Unsupported);
        w.say(u"DELETE /v1/organization/projects/proj_1/api_keys/key_1"_s, R"({"error":{"message":"no"}})", 400);
        QVERIFY(finished(w.admin->keys()->remove(key)).error().detail.contains(u"service account"_s));
        QCOMPARE(wire::readDeleted(R"({"deleted":false})").error().kind, FailureKind::Rejected);
    }

private:
    struct World : AdminWorld
    {
        const QString org = u"GET /v1/organization/"_s;
        const QString span = u"start_time=1795219200&end_time=1795392000&bucket_width=1d"_s;

        World() : AdminWorld(u"openai_org"_s, u"http://gw.test/v1"_s, u"http://gw.test"_s)
        {
            QFile script(QStringLiteral(TEST_DATA "/openai_org/contract.json"));
            QVERIFY(script.open(QIODevice::ReadOnly));
            const QJsonObject calls = QJsonDocument::fromJson(script.readAll())["calls"_L1].toObject();
            for (auto call = calls.begin(); call != calls.end(); ++call) {
                file(call.key(), call.value()["body"_L1].toString());
                http.refuse(call.key(), call.value()["status"_L1].toInt(200));
            }
        }
        Task<Result<gateway::UsageTotals>> totals()
        {
            return admin->usage()->totals(clock.now().addDays(-1), clock.now());
        }
    };
};

QTEST_GUILESS_MAIN(OpenAiOrgTest)
#include "tst_openai_org.moc"
