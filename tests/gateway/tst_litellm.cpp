// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/exact_numbers.h"
#include "gateway/litellm/litellm_identity.h"
#include "gateway/litellm/litellm_limits.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Feature;
namespace litellm = gateway::litellm;

static const QString details = u"GET /health/readiness/details"_s;

// What a LiteLLM proxy is and can do, and its budgets.
class LitellmTest : public QObject
{
    Q_OBJECT

private slots:
    void theVersionIsToldWithItsEvidence()
    {
        LitellmConnection f;
        f.answer(details, u"002-readiness-details"_s);
        const auto identity = finished(f.admin->identity()).value();
        QCOMPARE(identity.version, u"1.106.2"_s);
        QVERIFY(identity.evidence.contains(u"/health/readiness/details"_s));
        QVERIFY(f.admin->features().has(Feature::CreateKey));
    }

    void withoutADatabaseThereAreModelsAndNothingElse()
    {
        LitellmConnection f;
        f.answer(details, u"nodb-04-readiness-details"_s);
        QVERIFY(finished(f.admin->identity()));
        QCOMPARE(f.admin->features(), gateway::Features{Feature::ListAliases});
        f.answer(u"POST /key/generate"_s, u"nodb-74-nodb-key-generate"_s);
        const Failure failure = finished(f.admin->keys()->create({})).error();
        QCOMPARE(failure.kind, FailureKind::Unsupported);
    }

    void beforeDetailsTheVersionStoodInReadiness()
    {
        LitellmConnection f;
        f.answerJson(details, R"({"detail":"Not Found"})", 404);
        f.answerJson(u"GET /health/readiness"_s,
            R"({"status":"connected","db":"connected","cache":null,"litellm_version":"1.80.5"})");
        f.answerJson(u"GET /models"_s, R"({"data":[]})");
        QCOMPARE(finished(f.admin->identity())->version, u"1.80.5"_s);
        f.answer(u"GET /models"_s, u"nodb-05-readiness-details-no-key"_s); // readiness asks for no key, this does
        QCOMPARE(finished(f.admin->identity()).error().kind, FailureKind::Unauthorized);
    }

    void healthNeverCallsAModel()
    {
        LitellmConnection f;
        f.answer(u"GET /health/readiness"_s, u"001-readiness"_s);
        QVERIFY(finished(f.admin->health()));
        QCOMPARE(f.http.calls, QStringList{u"GET /health/readiness"_s});
    }

    void whatPeoplePasteBehindTheAddressIsLeftOut_data()
    {
        QTest::addColumn<QString>("root");
        for (const char *pasted : {"http://gw.test:4000", "http://gw.test:4000/", "http://gw.test:4000/v1",
                 "http://gw.test:4000/v1/", "http://gw.test:4000/ui/", "http://gw.test:4000/v1/chat/completions"})
            QTest::newRow(pasted) << u"http://gw.test:4000"_s;
        QTest::newRow("https://gw.test/llm/v1") << u"https://gw.test/llm"_s;
    }
    void whatPeoplePasteBehindTheAddressIsLeftOut()
    {
        QFETCH(QString, root);
        QCOMPARE(litellm::rootOf(QUrl(QString::fromLatin1(QTest::currentDataTag()))).toString(), root);
    }

    void everyPlaceIsTheOneThatIsAsked()
    {
        QStringList said;
        for (const gateway::Place &place :
            gateway::adapterOf(u"litellm")->places(QUrl(u"http://gw.test/llm/v1"_s), QUrl(u"http://gw.test/llm/v1"_s)))
            said << place.what + u' ' + place.url.toString() + (place.admin ? u" admin"_s : QString());
        QVERIFY(said.contains(u"models http://gw.test/llm/v1/models"_s));
        QVERIFY(said.contains(u"keys http://gw.test/llm/key/list admin"_s));
        QVERIFY(said.contains(u"usage http://gw.test/llm/spend/logs/v2 admin"_s));
    }

    void itIsRecognisedWithoutASecret()
    {
        ScriptedHttp http;
        http.answerRecorded(u"GET /health/liveliness"_s, LitellmConnection::file(u"nodb-01-liveliness"_s));
        http.answerRecorded(u"GET /health/readiness"_s, LitellmConnection::file(u"nodb-03-readiness"_s));
        http.answerRecorded(u"GET /openapi.json"_s, LitellmConnection::file(u"nodb-27-openapi-paths"_s));
        const auto identity = finished(litellm::recognise(http, QUrl(u"http://gw.test"_s))).value();
        QCOMPARE(identity.kind, u"litellm"_s);
        QCOMPARE(identity.version, u"1.106.2"_s);
        for (const net::Request &request : http.requests)
            QVERIFY(request.headers.isEmpty());
    }

    void aClosedDescriptionLeavesTheVersionOpen()
    {
        ScriptedHttp http;
        http.answerRecorded(u"GET /health/liveliness"_s, LitellmConnection::file(u"nodb-01-liveliness"_s));
        http.answerRecorded(u"GET /health/readiness"_s, LitellmConnection::file(u"nodb-03-readiness"_s));
        const auto identity = finished(litellm::recognise(http, QUrl(u"http://gw.test"_s))).value();
        QVERIFY(identity.version.isEmpty());
        QVERIFY(identity.evidence.contains(u"I'm alive!"_s));
    }

    void anotherGatewayIsNotTakenForOne()
    {
        ScriptedHttp http;
        net::Exchange fine;
        fine.status = 200;
        fine.body = R"({"status":"ok"})";
        http.answerAllWith(fine);
        QCOMPARE(finished(litellm::recognise(http, QUrl(u"http://gw.test"_s))).error().kind, FailureKind::NotAGateway);
    }

    void budgetsOfEveryLevelAreTold()
    {
        LitellmConnection f;
        f.answer(u"GET /global/spend"_s, u"179-global-spend"_s);
        f.answer(u"GET /v2/team/list?page=1&page_size=100"_s, u"016-team-list-v2"_s);
        f.answer(u"GET /user/list?page=1&page_size=100"_s, u"012-user-list"_s);
        f.answerJson(u"GET /provider/budgets"_s,
            R"({"providers":{"openai":{"budget_limit":100.0,"time_period":"1d","spend":3.1,"budget_reset_at":"2026-11-23T00:00:00Z"}}})");
        f.answer(
            u"GET /key/list?return_full_object=true&include_team_keys=true&page=1&size=100&sort_by=token&sort_order=asc"_s,
            u"live-key-list"_s);
        const auto all = finished(f.admin->limits()->allowances()).value();
        QStringList scopes;
        for (const Allowance &one : all)
            scopes << one.scope + u' ' + one.name;
        QCOMPARE(scopes,
            (QStringList{u"account "_s, u"team Blue"_s, u"user u-ann"_s, u"provider openai"_s, u"key soft-1"_s}));
        QVERIFY(all[0].unlimited); // a limit of 0.0 is none
        QCOMPARE(all[0].spentNanos.value(), 1'612'273'290);
        QCOMPARE(all[1].limitNanos.value(), 50'000'000'000);
        QCOMPARE(all[1].window, u"month"_s);
        QCOMPARE(all[1].resetsAt->toString(Qt::ISODate), u"2026-12-01T00:00:00Z"_s);
        QCOMPARE(all[3].leftNanos.value(), 96'900'000'000);
    }

    void noProviderBudgetIsNoFailure()
    {
        LitellmConnection f;
        f.answer(u"GET /global/spend"_s, u"179-global-spend"_s);
        f.answer(u"GET /v2/team/list?page=1&page_size=100"_s, u"016-team-list-v2"_s);
        f.answer(u"GET /user/list?page=1&page_size=100"_s, u"012-user-list"_s);
        f.answer(u"GET /provider/budgets"_s, u"190-provider-budgets"_s);
        f.answer(
            u"GET /key/list?return_full_object=true&include_team_keys=true&page=1&size=100&sort_by=token&sort_order=asc"_s,
            u"live-key-list"_s);
        QCOMPARE(finished(f.admin->limits()->allowances())->size(), 4);
    }

    void numbersBecomeTextsAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("texts");
        const auto row = [](const char *json, const char *texts) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(texts);
        };
        row("{\"a\":6.9e-06,\"b\":[-1,2.50]}", "{\"a\":\"6.9e-06\",\"b\":[\"-1\",\"2.50\"]}");
        row("{\"a\":\"1\",\"b\":\"x\\\"2\\\\\",\"c\":3}", "{\"a\":\"1\",\"b\":\"x\\\"2\\\\\",\"c\":\"3\"}");
        row("[true,null,9007199254740993]", "[true,null,\"9007199254740993\"]");
        row("{\"a\":\"unended 1", "{\"a\":\"unended 1");
        row("\"\\", "\"\\");
        row("", "");
    }
    void numbersBecomeTextsAndNothingElse()
    {
        QFETCH(QByteArray, json);
        QTEST(gateway::withNumbersAsTexts(json), "texts");
    }
};

QTEST_GUILESS_MAIN(LitellmTest)
#include "tst_litellm.moc"
