// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"
#include "gateway/bifrost/bifrost_wire.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;
namespace wire = gateway::bifrost;
using wire::Shape;

class BifrostKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldOfAKey()
    {
        World w;
        const Key key = w.found();
        QCOMPARE(key.name, u"app-1"_s);
        QCOMPARE(key.aliases, QStringList{u"openai/gpt-4.1-mini"_s});
        QCOMPARE(key.budgets,
            (QList<Budget>{{5'000'000'001, u"day"_s, 1'250'000'000}, {50'000'000'000, u"month"_s, 12'000'000'000}}));
        QCOMPARE(key.rates, (KeyRates{60, 0, 0, 0})); // tokens count by the hour: not ours to show by the minute
        QCOMPARE(key.expiresAt->toString(Qt::ISODateWithMs), u"2027-01-31T00:00:00.123Z"_s);
        QCOMPARE(key.holder, u"team-1"_s);
        QVERIFY(key.enabled);
    }

    void ofAKeyInPlainTextOnlyItsEndsAreKept()
    {
        World w;
        const Key key = w.found();
        QCOMPARE(key.prefix, u"sk-bf-EXAM"_s);
        QCOMPARE(key.lastFour, u"0001"_s);
        QVERIFY(!wire::rawKey(w.recorded(u"key.json"_s)).contains(u"value"_s));
        const Key shorter =
            wire::readKey(R"({"virtual_key":{"id":"1","name":"n","value":"sk-bf-short-one"}})", Shape::Budgets).value();
        QVERIFY(shorter.prefix.isEmpty() && shorter.lastFour.isEmpty());
        QCOMPARE(
            finished(w.admin->keys()->secretOf(key)).value(), Secret("sk-bf-EXAMPLE0-0000-4000-8000-000000000001"));
    }

    void theShapeFollowsTheVersionAndTheRowsOverrideIt_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("list");
        QTest::newRow("1.4.9") << u"v1.4.9"_s << true << false;
        QTest::newRow("1.5") << u"v1.5.0"_s << true << true;
        QTest::newRow("1.10") << u"1.10.2"_s << true << true;
        QTest::newRow("2.0 before its release") << u"v2.0.0-prerelease1"_s << true << true;
        QTest::newRow("none") << QString() << false << false;
        QTest::newRow("dev") << u"dev-build"_s << false << false;
    }
    void theShapeFollowsTheVersionAndTheRowsOverrideIt()
    {
        QFETCH(QString, version);
        QFETCH(bool, list);
        QTEST(wire::shapeOf(version).has_value(), "known");
        QCOMPARE(wire::shapeOf(version) == Shape::Budgets, list);
        World w;
        QVERIFY(wire::shapeIn(w.recorded(u"old-keys.json"_s)) == Shape::OneBudget);
        QVERIFY(wire::shapeIn(w.recorded(u"keys-page1.json"_s)) == Shape::Budgets);
        QVERIFY(!wire::shapeIn(R"({"virtual_keys":[]})"));
    }

    void noListMeansEverythingBeforeAndNothingSince()
    {
        World w;
        const auto old = wire::readKeys(w.recorded(u"old-keys.json"_s), Shape::Budgets).value();
        QVERIFY(!old.paged);
        QCOMPARE(old.rows[0].aliases, QStringList{u"openai/*"_s});
        QVERIFY(old.rows[1].aliases.isEmpty());
        QCOMPARE(old.rows[0].budgets.size(), 1);
        const auto scope = [](const QByteArray &fields) {
            const QByteArray key = "{\"virtual_key\":{\"id\":\"1\",\"name\":\"n\",\"budgets\":[]," + fields + "}}";
            return wire::readKey(key, Shape::Budgets).value().aliases;
        };
        QCOMPARE(scope("\"provider_configs\":null"), QStringList{u"(none)"_s});
        QCOMPARE(scope("\"provider_configs\":[{\"provider\":\"a\",\"allowed_models\":[]}]"), QStringList{u"(none)"_s});
        QCOMPARE(
            scope("\"provider_configs\":[{\"provider\":\"a\",\"allowed_models\":[\"*\"]}]"), QStringList{u"a/*"_s});
        QCOMPARE(scope("\"allow_all_providers\":true"), QStringList());
        QCOMPARE(
            scope(
                "\"allow_all_providers\":true,\"provider_configs\":[{\"provider\":\"a\",\"allowed_models\":[\"m\"]}]"),
            (QStringList{u"a/m"_s, u"*"_s}));
    }

    void aChangeIsSentWholeWithIdsTeamAndForeignLimits()
    {
        World w;
        Key after = w.found();
        after.name = u"renamed"_s;
        QVERIFY(finished(w.admin->keys()->write(w.found(), after)));
        const QJsonObject sent = w.lastSent();
        QCOMPARE(sent["name"_L1].toString(), u"renamed"_s);
        QCOMPARE(sent["team_id"_L1].toString(), u"team-1"_s); // leaving it out cleared it in one version
        QVERIFY(!sent.contains(u"customer_id"_s) && !sent.contains(u"team"_s) && !sent.contains(u"value"_s));
        QCOMPARE(sent["description"_L1].toString(), u"kept as it is"_s);
        QCOMPARE(sent["budgets"_L1][0]["id"_L1].toString(), u"b1"_s);
        QVERIFY(w.lastBody().contains("\"max_limit\":5.000000001"));
        QCOMPARE(sent["rate_limit"_L1]["token_max_limit"_L1].toInt(), 50000);
        QCOMPARE(sent["rate_limit"_L1]["token_reset_duration"_L1].toString(), u"1h"_s);
        const QJsonValue config = sent["provider_configs"_L1][0];
        QCOMPARE(config["id"_L1].toInt(), 8);
        QCOMPARE(config["weight"_L1].toDouble(), 0.5);
        QCOMPARE(config["key_ids"_L1][0].toString(), u"*"_s);
        QCOMPARE(config["budgets"_L1][0]["id"_L1].toString(), u"pb1"_s);
        QVERIFY(!config["budgets"_L1][0].toObject().contains(u"current_usage"_s));
        QVERIFY(!sent.contains(u"expires_at"_s)); // one that has passed would be refused
    }

    void anotherScopeKeepsTheProvidersItStillNames()
    {
        World w;
        Key after = w.found();
        after.aliases = QStringList{u"openai/gpt-5"_s, u"anthropic/*"_s, u"openai/a/b"_s};
        QVERIFY(finished(w.admin->keys()->write(w.found(), after)));
        const QJsonArray configs = w.lastSent()["provider_configs"_L1].toArray();
        QCOMPARE(configs.size(), 2);
        QCOMPARE(configs[0]["id"_L1].toInt(), 8);
        QCOMPARE(configs[0]["allowed_models"_L1].toArray(), (QJsonArray{u"gpt-5"_s, u"a/b"_s}));
        QCOMPARE(configs[1]["provider"_L1].toString(), u"anthropic"_s);
        QCOMPARE(configs[1]["allowed_models"_L1].toArray(), QJsonArray{u"*"_s});
        QCOMPARE(w.lastSent()["allow_all_providers"_L1].toBool(true), false);
        after.aliases.clear();
        QVERIFY(finished(w.admin->keys()->write(w.found(), after)));
        QCOMPARE(w.lastSent()["allow_all_providers"_L1].toBool(), true);
    }

    void aScopeWithoutAProviderIsRefused()
    {
        World w;
        Key after = w.found();
        after.aliases = QStringList{u"fast"_s};
        const Failure failure = finished(w.admin->keys()->write(w.found(), after)).error();
        QCOMPARE(failure.kind, FailureKind::Input);
        QVERIFY(!w.http.calls.join(u' ').contains(u"PUT"_s));
    }

    void budgetsGoInTheShapeThatTheServerKnows()
    {
        World w;
        w.file(u"GET "_s + w.path, u"old-key.json"_s);
        const Key before = w.found();
        Key after = before;
        after.budgets = {{7'000'000'000, u"day"_s, {}}};
        QVERIFY(finished(w.admin->keys()->write(before, after)));
        QVERIFY(!w.lastSent().contains(u"budgets"_s));
        QCOMPARE(w.lastSent()["budget"_L1]["id"_L1].toString(), u"b1"_s);
        QCOMPARE(w.lastSent()["budget"_L1]["max_limit"_L1].toInt(), 7);
        after.budgets << Budget{1, u"week"_s, {}};
        QCOMPARE(finished(w.admin->keys()->write(before, after)).error().kind, FailureKind::Unsupported);
    }

    void windowsAreDurationsWithTheirOwnLetters()
    {
        for (const auto &[window, duration] : {std::pair(u"day"_s, u"1d"_s), {u"week"_s, u"1w"_s},
                 {u"month"_s, u"1M"_s}, {u"12h"_s, u"12h"_s}, {u"1m"_s, u"1m"_s}, {u"1Y"_s, u"1Y"_s}}) {
            QCOMPARE(wire::durationOf(window), duration);
            QCOMPARE(wire::windowOf(duration), window);
        }
        QVERIFY(wire::durationOf(u"lifetime"_s).isEmpty());
        QCOMPARE(
            wire::writableBudgets({{1, u"lifetime"_s, {}}}, Shape::Budgets).error().kind, FailureKind::Unsupported);
        QCOMPARE(wire::writableBudgets({{1, u"day"_s, {}}, {2, u"day"_s, {}}}, Shape::Budgets).error().kind,
            FailureKind::Input);
    }

    void anExpiryIsClearedByAnEmptyTextAndRatesByNull()
    {
        World w;
        Key after = w.found();
        after.expiresAt.reset();
        after.rates.requestsPerMinute = 0;
        QVERIFY(finished(w.admin->keys()->write(w.found(), after)));
        QCOMPARE(w.lastSent()["expires_at"_L1].toString(u"?"_s), QString());
        QVERIFY(w.lastSent()["rate_limit"_L1]["request_max_limit"_L1].isNull());
        QCOMPARE(w.lastSent()["rate_limit"_L1]["token_max_limit"_L1].toInt(), 50000);
    }

    void aCreateAllowsEverythingUnlessItSaysWhat()
    {
        World w;
        w.file(u"GET "_s + w.list + u"?limit=1&offset=0"_s, u"keys-page1.json"_s);
        w.file(u"POST "_s + w.list, u"key-created.json"_s);
        Key wanted;
        wanted.name = u"demo-app"_s;
        wanted.rates.tokensPerMinute = 1000;
        const auto issued = finished(w.admin->keys()->create(wanted)).value();
        QCOMPARE(issued.secret, Secret("sk-bf-EXAMPLE0-0000-4000-8000-000000000009"));
        QVERIFY(issued.key.aliases.isEmpty());
        const QJsonObject sent = w.lastSent();
        QCOMPARE(sent["allow_all_providers"_L1].toBool(), true);
        QCOMPARE(sent["rate_limit"_L1]["token_reset_duration"_L1].toString(), u"1m"_s);
        QVERIFY(!sent["rate_limit"_L1].toObject().contains(u"request_max_limit"_s));
        QVERIFY(!sent.contains(u"budgets"_s));
    }

    void theShapeIsLearntBeforeTheFirstWrite()
    {
        World w;
        w.file(u"GET "_s + w.list + u"?limit=1&offset=0"_s, u"old-keys.json"_s);
        w.file(u"POST "_s + w.list, u"key-created.json"_s);
        Key wanted;
        wanted.budgets << Budget{1'000'000'000, u"day"_s, {}};
        QVERIFY(finished(w.admin->keys()->create(wanted)));
        QCOMPARE(w.lastSent()["budget"_L1]["max_limit"_L1].toInt(), 1);
        QVERIFY(!w.lastSent().contains(u"budgets"_s) && !w.lastSent().contains(u"allow_all_providers"_s));
    }

    void anOlderServerGivesAllRowsAtOnce()
    {
        World w;
        w.file(u"GET "_s + w.list + u"?limit=100&offset=0"_s, u"old-keys.json"_s);
        QVERIFY(finished(w.admin->keys()->after({})).value().next.isEmpty());
    }

    void wrongTypesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("detail");
        QTest::newRow("id") << QByteArray("\"id\":7") << u"id: no text"_s;
        QTest::newRow("budgets") << QByteArray("\"budgets\":{}") << u"budgets: no list of objects"_s;
        QTest::newRow("max") << QByteArray("\"budgets\":[{\"max_limit\":[],\"reset_duration\":\"1d\"}]")
                             << u"budgets[0].max_limit: no amount"_s;
        QTest::newRow("configs") << QByteArray("\"provider_configs\":\"all\"")
                                 << u"provider_configs: no list of objects"_s;
        QTest::newRow("rate") << QByteArray("\"rate_limit\":3") << u"rate_limit: no object"_s;
        QTest::newRow("active") << QByteArray("\"is_active\":\"yes\"") << u"is_active: no boolean"_s;
    }
    void wrongTypesAreNamed()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, detail);
        const QByteArray id = fields.startsWith("\"id\"") ? QByteArray() : QByteArray("\"id\":\"1\",");
        const QByteArray body = "{\"virtual_key\":{" + id + "\"name\":\"n\"," + fields + "}}";
        QCOMPARE(wire::readKey(body, Shape::Budgets).error().detail, u"answer.virtual_key."_s + detail);
    }

private:
    struct World : AdminWorld
    {
        const QString list = u"/api/governance/virtual-keys"_s;
        const QString path = list + u"/2f7c0000-0000-4000-8000-000000000001"_s;

        World() : AdminWorld(u"bifrost"_s, u"http://gw.test/v1"_s, u"http://gw.test"_s)
        {
            file(u"GET "_s + path, u"key.json"_s);
            file(u"PUT "_s + path, u"key-changed.json"_s);
        }
        Key found() { return finished(admin->keys()->find(path.section(u'/', -1))).value(); }
        QByteArray lastBody() const { return body(http.requests.size() - 1); }
        QJsonObject lastSent() const { return sent(http.requests.size() - 1); }
        static QByteArray recorded(const QString &name)
        {
            QFile file(QStringLiteral(TEST_DATA "/bifrost/") + name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    };
};

QTEST_GUILESS_MAIN(BifrostKeysTest)
#include "tst_bifrost_keys.moc"
