// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_key_wire.h"
#include "gateway/litellm/litellm_scope.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
namespace litellm = gateway::litellm;

static const QString id = u"800bbd343a16a0f71f9d1570351b650ee95d5fc06eea829b9a9245a9c580080f"_s;
static const QString info = u"GET /key/info?key="_s + id;
static const QString listing =
    u"GET /key/list?return_full_object=true&include_team_keys=true&page=%1&size=100&sort_by=token&sort_order=asc"_s;

// What is read of the keys of a LiteLLM proxy, and the traps of contract 4 in it.
class LitellmKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfAKey()
    {
        LitellmConnection f;
        f.answer(info, u"043-key-info-by-hash"_s);
        const Key key = finished(f.admin->keys()->find(id)).value();
        QCOMPARE(key.id, id);
        QCOMPARE(key.name, u"team-blue-ci"_s);
        QCOMPARE(key.prefix, u"sk-"_s);
        QCOMPARE(key.lastFour, u"dx2g"_s);
        QCOMPARE(key.aliases, (QStringList{u"chat-small"_s, u"embed"_s}));
        QVERIFY(key.families.isEmpty()); // llm_api_routes: every one
        QCOMPARE(key.holder, u"team-blue"_s);
        QCOMPARE(key.rates, (KeyRates{120, 60'000, 8, 0}));
        QCOMPARE(key.budgets.size(), 2);
        QCOMPARE(key.budgets[0], (Budget{25'000'000'000, u"month"_s, 0}));
        QCOMPARE(key.budgets[1], (Budget{3'000'000'000, u"day"_s, 0}));
        QCOMPARE(key.softPercents, std::vector<int>{80});
        QCOMPARE(key.expiresAt->toString(Qt::ISODateWithMs), u"2027-02-20T14:49:04.066Z"_s);
        QCOMPARE(key.createdAt->toString(Qt::ISODate), u"2026-11-22T14:49:04Z"_s);
        QVERIFY(key.enabled);
        QCOMPARE(key.spentNanos.value(), 0);
    }

    void moneyIsReadAsItIsWritten()
    {
        LitellmConnection f;
        QByteArray body = LitellmConnection::body(u"177-key-info-after"_s);
        body.replace("\"total_spend\":0.00017324", "\"total_spend\":26999999.000000003");
        f.answerJson(info, body);
        QCOMPARE(finished(f.admin->keys()->find(id))->spentNanos.value(), 26'999'999'000'000'003);
    }

    void aRaiseForSomeTimeIsReadFromTheMetadata()
    {
        LitellmConnection f;
        f.answerJson(info,
            R"({"key":"k","info":{"max_budget":25.0,"metadata":
                {"temp_budget_expiry":"2027-01-01T00:00:00","temp_budget_increase":5.0}}})");
        const Key key = finished(f.admin->keys()->find(id)).value();
        QCOMPARE(key.budgets.first().raiseNanos, 5'000'000'000);
        QCOMPARE(key.budgets.first().raiseUntil->toString(Qt::ISODate), u"2027-01-01T00:00:00Z"_s); // no zone is UTC
    }

    void otherShapesOfOlderVersionsAreRead_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("numbers as texts")
            << QByteArray("\"tpm_limit\":\"60000\",\"max_budget\":\"25.0\",\"models\":[\"a\"]");
        QTest::newRow("whole numbers as decimal ones")
            << QByteArray("\"tpm_limit\":60000.0,\"max_budget\":25,\"models\":[\"a\"]");
        QTest::newRow("columns as texts") << QByteArray(
            "\"tpm_limit\":60000,\"max_budget\":2.5e1,\"models\":\"[\\\"a\\\"]\",\"metadata\":\"{\\\"x\\\":1}\"");
        QTest::newRow("nulls") << QByteArray("\"tpm_limit\":60000,\"max_budget\":25.00,\"models\":[\"a\"],\"metadata\":"
                                             "null,\"aliases\":null,\"blocked\":null");
    }
    void otherShapesOfOlderVersionsAreRead()
    {
        QFETCH(QByteArray, fields);
        LitellmConnection f;
        f.answerJson(info, R"({"key":"k","info":{)" + fields + "}}");
        const auto key = finished(f.admin->keys()->find(id));
        QVERIFY2(key, qPrintable(key ? QString() : key.error().detail));
        QCOMPARE(key->rates.tokensPerMinute, 60'000);
        QCOMPARE(key->budgets.first().nanos, 25'000'000'000);
        QCOMPARE(key->aliases, QStringList{u"a"_s});
    }

    void aWrongFieldIsNamed_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("named");
        QTest::newRow("number") << QByteArray("\"max_budget\":\"much\"") << u"key.info.max_budget: no number"_s;
        QTest::newRow("whole") << QByteArray("\"rpm_limit\":1.5") << u"key.info.rpm_limit: no whole number"_s;
        QTest::newRow("time") << QByteArray("\"expires\":\"soon\"") << u"key.info.expires: no time"_s;
        QTest::newRow("list") << QByteArray("\"models\":[1,{}]") << u"key.info.models: no list of texts"_s;
        QTest::newRow("object") << QByteArray("\"metadata\":7") << u"key.info.metadata: no object"_s;
        QTest::newRow("flag") << QByteArray("\"blocked\":\"yes\"") << u"key.info.blocked: no boolean"_s;
        QTest::newRow("part") << QByteArray("\"budget_limits\":[{\"max_budget\":1}]")
                              << u"key.info.budget_limits[0].budget_duration: no text"_s;
    }
    void aWrongFieldIsNamed()
    {
        QFETCH(QByteArray, fields);
        LitellmConnection f;
        f.answerJson(info, R"({"key":"k","info":{)" + fields + "}}");
        const Failure failure = finished(f.admin->keys()->find(id)).error();
        QCOMPARE(failure.kind, FailureKind::Decode);
        QTEST(failure.detail, "named");
    }

    void factsThatOthersWroteIntoOurPlaceBreakNoList()
    {
        LitellmConnection f;
        f.answerJson(
            info, R"({"key":"k","info":{"key_alias":"a","metadata":{"gatewright":{"owner":7,"expires_at":"x"}}}})");
        QCOMPARE(finished(f.admin->keys()->find(id))->name, u"a"_s);
        f.answerJson(info, R"({"key":"k","info":{"key_alias":"a","metadata":{"gatewright":[1]}}})");
        QCOMPARE(finished(f.admin->keys()->find(id))->name, u"a"_s);
    }

    void aListKnowsBothObjectsAndHashes()
    {
        LitellmConnection f;
        f.answer(listing.arg(1), u"054-key-list-unknown-param"_s); // hashes only, page 1 of 8
        const QStringList ids{u"b27fadacc4b5d1aa4457da1c0b28ff770a73bd4ccc0830b0bd4abc1a9a5aae98"_s,
            u"e7fd9b29a50343bb5352a1d44381781b81db97bea76a7c929813164a31f44ba3"_s};
        for (const QString &one : ids)
            f.answer(u"GET /key/info?key="_s + one, u"043-key-info-by-hash"_s);
        const auto page = finished(f.admin->keys()->after({})).value();
        QCOMPARE(page.next, u"2"_s);
        QCOMPARE(page.rows.size(), 2);
        QCOMPARE(page.rows.last().id, ids.last());
    }

    void keysThatMoveToTheNextPageAreListedOnce()
    {
        LitellmConnection f;
        f.answerJson(listing.arg(1), R"({"keys":[{"token":"a"},{"token":"b"}],"total_pages":2})");
        f.answerJson(listing.arg(2), R"({"keys":[{"token":"b"},{"token":"c"}],"total_pages":2})");
        QCOMPARE(finished(gateway::everyKey(*f.admin->keys()))->size(), 3);
    }

    void withoutANumberOfPagesOnlyAnEmptyOneEndsTheList()
    {
        LitellmConnection f;
        f.answerJson(listing.arg(1), R"({"keys":[{"token":"a"}]})");
        f.answerJson(listing.arg(2), R"({"keys":[]})");
        QCOMPARE(finished(gateway::everyKey(*f.admin->keys()))->size(), 1);
    }

    void aSoftBudgetThatAListLeavesOutIsLookedUpForAllAtOnce()
    {
        LitellmConnection f;
        f.answerJson(listing.arg(1),
            R"({"keys":[{"token":"a","max_budget":40.0,"budget_id":"c24c3d95-6c36-4381-af19-08b3f4da569e"},
                {"token":"b","max_budget":40.0}],"total_pages":1})");
        f.answer(u"POST /budget/info"_s, u"live-budget-info"_s);
        const auto page = finished(f.admin->keys()->after({})).value();
        QCOMPARE(page.rows.first().softPercents, std::vector<int>{50});
        QVERIFY(page.rows.last().softPercents.empty());
        QCOMPARE(f.http.requests.last().effect, net::Effect::Reads);
    }

    void aKeyWithoutAnAliasIsCalledByItsMaskedSecret()
    {
        LitellmConnection f;
        f.answerJson(info, "{\"key\":\"k\",\"info\":{\"key_name\":\"sk-...uW4A\",\"key_alias\":null}}");
        QCOMPARE(finished(f.admin->keys()->find(id))->name, u"sk-...uW4A"_s);
    }

    void aFilterThatTheServerIgnoresIsAppliedHere()
    {
        LitellmConnection f;
        f.answerJson(u"GET /key/list?key_alias=b&return_full_object=true&size=100"_s,
            R"({"keys":[{"token":"1","key_alias":"a"},{"token":"2","key_alias":"b"}],"total_pages":1})");
        const auto found = finished(f.admin->keys()->named(u"b"_s)).value();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().id, u"2"_s);
    }

    void anIgnoredFilterOverManyPagesIsWalkedToItsEnd()
    {
        LitellmConnection f;
        f.answerJson(u"GET /key/list?key_alias=c&return_full_object=true&size=100"_s,
            R"({"keys":[{"token":"1","key_alias":"a"}],"total_pages":2})");
        f.answerJson(listing.arg(1), R"({"keys":[{"token":"1","key_alias":"a"}],"total_pages":2})");
        f.answerJson(listing.arg(2), R"({"keys":[{"token":"3","key_alias":"c"}],"total_pages":2})");
        QCOMPARE(finished(f.admin->keys()->named(u"c"_s))->first().id, u"3"_s);
    }

    void wordsOfWindowsAndFamiliesGoBothWays()
    {
        for (const auto &[duration, window] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"1d", "day"}, {"7d", "week"}, {"30d", "month"}, {"12h", "12h"}, {"24h", "24h"}, {"90s", "90s"}}) {
            QCOMPARE(litellm::windowOf(QLatin1StringView(duration)), QLatin1StringView(window));
            QCOMPARE(litellm::durationOf(QLatin1StringView(window))->toString(), QLatin1StringView(duration));
        }
        QCOMPARE(litellm::windowOf(u"1mo"_s), u"month"_s);
        QCOMPARE(litellm::windowOf(u"2d"_s), u"48h"_s);
        QCOMPARE(litellm::windowOf({}), u"lifetime"_s);
        const QStringList two{u"messages"_s, u"chat"_s};
        QCOMPARE(litellm::familiesOf(litellm::routesOf(two).value()), two);
        const QStringList odd{u"/chat/completions"_s}; // one half of a family
        QCOMPARE(litellm::familiesOf(odd), odd);
        QCOMPARE(litellm::familiesOf({u"management_routes"_s}), QStringList{u"management_routes"_s});
    }
};

QTEST_GUILESS_MAIN(LitellmKeysTest)
#include "tst_litellm_keys.moc"
