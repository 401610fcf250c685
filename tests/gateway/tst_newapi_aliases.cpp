// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

static const char list[] = "GET /api/channel/?p=1&page_size=100&id_sort=true";
static const char bareList[] = "GET /api/channel/?p=0&page_size=100&id_sort=true";

// What callers may ask for, and what it costs.
class NewApiAliasesTest : public QObject
{
    Q_OBJECT

private slots:
    void anAliasIsAColumnOfTheMatrix()
    {
        NewApiServer s("n4");
        catalog(s);
        const auto aliases = finished(s.admin->aliases()->all()).value();
        const Alias fast = named(aliases, u"team-fast"_s);
        QCOMPARE(fast.routes.size(), 1);
        QCOMPARE(fast.routes[0].upstream, u"openai-main"_s);
        QCOMPARE(fast.routes[0].model, u"gpt-4o-mini"_s);
        QCOMPARE(fast.routes[0].weight, 5);
        QCOMPARE(fast.strategy, u"weighted"_s);
        QCOMPARE(fast.families, QStringList{u"chat"_s});
        const Alias mini = named(aliases, u"gpt-4o-mini"_s);
        QCOMPARE(mini.routes.size(), 2); // by rising priority number, not by id
        QCOMPARE(mini.routes[0].upstream, u"openai-main"_s);
        QCOMPARE(mini.routes[1].upstream, u"openai-second"_s);
        QCOMPARE(mini.strategy, u"ordered"_s);
        QVERIFY(std::ranges::is_sorted(aliases, {}, &Alias::name));
    }

    void pricesAreExactAndFillersAreNone()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answer("GET /api/pricing", "082-pricing-public");
        const auto aliases = finished(s.admin->aliases()->all()).value();
        const Price mini = named(aliases, u"gpt-4o-mini"_s).price;
        QCOMPARE(mini.inputNanos, 150'000'000); // 2 USD x 0.075 per million
        QCOMPARE(mini.outputNanos, 600'000'000);
        QCOMPARE(mini.cachedNanos, 75'000'000);
        QVERIFY(!named(aliases, u"team-fast"_s).price.cachedNanos); // an absent ratio is not zero
        const Price unset = named(aliases, u"unpriced-alias"_s).price;
        QCOMPARE(unset, Price()); // 37.5 stands where nothing was set
        QVERIFY2(unset.whyNone.startsWith(u"none is set"_s), qPrintable(unset.whyNone));
        QVERIFY(unset.unset && !mini.unset && !named(aliases, u"loop-a"_s).price.unset);
        const Price once = named(aliases, u"percall-one"_s).price;
        QCOMPARE(once, Price()); // per call: no price of a token
        QVERIFY2(once.whyNone.contains(u"per call"_s) && !once.unset, qPrintable(once.whyNone));
        QVERIFY(mini.whyNone.isEmpty() && named(aliases, u"loop-a"_s).price.whyNone.isEmpty());
        QCOMPARE(named(aliases, u"loop-a"_s).price, Price()); // in no list
    }

    void theGroupPays_data()
    {
        QTest::addColumn<QByteArray>("pricing");
        QTest::addColumn<std::optional<qint64>>("input");
        const auto row = [](const char *name, const char *more, const char *groups, std::optional<qint64> input) {
            const QByteArray model = QByteArray(R"({"model_name":"gpt-4o-mini","quota_type":0,"model_ratio":1,)")
                + R"("completion_ratio":1,"enable_groups":)" + groups + more + "}";
            QTest::newRow(name) << R"({"success":true,"group_ratio":{"default":0.5,"vip":0.8},"data":[)" + model + "]}"
                                << input;
        };
        row("its own", "", R"(["default","vip"])", 1'000'000'000);
        row("any", "", R"(["all"])", 1'000'000'000);
        row("the only one", "", R"(["vip"])", 1'600'000'000);
        row("one of others", "", R"(["vip","svip"])", std::nullopt);
        row("of unknown ratio", "", R"(["svip"])", std::nullopt);
        row("by an expression", R"(,"billing_mode":"tiered_expr")", R"(["default"])", std::nullopt);
        QTest::newRow("the model's own in Flatkey")
            << QByteArray(R"({"success":true,"group_ratio":{"default":0.5},"group_model_ratio":{"default":)"
                          R"({"gpt-4o-mini":2}},"data":[{"model_name":"gpt-4o-mini","quota_type":0,"model_ratio":1}]})")
            << std::optional<qint64>(4'000'000'000);
    }
    void theGroupPays()
    {
        QFETCH(QByteArray, pricing);
        NewApiServer s("n4");
        catalog(s);
        s.answerJson("GET /api/pricing", pricing);
        const auto aliases = finished(s.admin->aliases()->all()).value();
        QTEST(named(aliases, u"gpt-4o-mini"_s).price.inputNanos, "input");
    }

    void brokenMappingsAndCirclesReachNoModel()
    {
        NewApiServer s("n4");
        catalog(s);
        const auto aliases = finished(s.admin->aliases()->all()).value();
        QCOMPARE(named(aliases, u"zz-bad"_s).routes[0].model, QString());
        QCOMPARE(named(aliases, u"loop-a"_s).routes[0].model, QString());
    }

    void oldOnesFollowOneStep_data()
    {
        QTest::addColumn<QByteArray>("channels");
        QTest::addColumn<QString>("alias");
        QTest::addColumn<QString>("model");
        QTest::newRow("one-api") << QByteArray("021-channels") << u"chain-a"_s << u"team-fast"_s;
        QTest::newRow("n1") << QByteArray("027-channels") << u"loop-a"_s << u"loop-b"_s;
    }
    void oldOnesFollowOneStep()
    {
        QFETCH(QByteArray, channels);
        QFETCH(QString, alias);
        NewApiServer s(QTest::currentDataTag());
        s.answer(bareList, channels);
        s.answerJson("GET /api/pricing", "{}", 404);
        const auto aliases = finished(s.admin->aliases()->all()).value();
        QTEST(named(aliases, alias).routes[0].model, "model");
        QCOMPARE(named(aliases, alias).price, Price());
    }

    void aDisabledChannelServesNothing()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answer(list, "315-channels-disabled");
        QVERIFY(finished(s.admin->aliases()->all())->isEmpty());
    }

    void channelsOfOneNameAreToldApart()
    {
        NewApiServer s("n4");
        catalog(s);
        QJsonArray rows = s.rowsOf("043-channels");
        QJsonObject twin = rows[1].toObject();
        twin[u"name"_s] = u"openai-main"_s;
        rows[1] = twin;
        s.answerRows(list, rows, 3);
        const Alias mini = named(finished(s.admin->aliases()->all()).value(), u"gpt-4o-mini"_s);
        QCOMPARE(mini.routes[0].upstream, u"openai-main #1"_s);
        QCOMPARE(mini.routes[1].upstream, u"openai-main #2"_s);
    }

    void aMemberSeesNamesAndPrices_data()
    {
        QTest::addColumn<QByteArray>("self");
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("n4") << QByteArray("093-member-self") << QByteArray("GET /api/user/models")
                            << QByteArray("095-member-models");
        QTest::newRow("one-api") << QByteArray() << QByteArray("GET /api/user/available_models")
                                 << QByteArray("032-available-models");
    }
    void aMemberSeesNamesAndPrices()
    {
        QFETCH(QByteArray, self);
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, names);
        NewApiServer s(QTest::currentDataTag());
        if (self.isEmpty())
            s.answerChanged("GET /api/user/self", "007-self", {{u"role"_s, 1}});
        else
            s.answer("GET /api/user/self", self);
        s.answer(call, names);
        s.answerJson("GET /api/pricing", "{}", 403); // switched off
        const auto aliases = finished(s.admin->aliases()->all()).value();
        QCOMPARE(aliases.size(), 5);
        QVERIFY(aliases[0].routes.isEmpty());
        QVERIFY(s.http.calls.filter(u"/api/channel"_s).isEmpty());
    }

    void anAdminWithoutTheRightSeesThemToo()
    {
        NewApiServer s("n4");
        const QJsonObject none{{u"channel"_s, QJsonObject{{u"read"_s, false}, {u"write"_s, false}}}};
        s.answerChanged(
            "GET /api/user/self", "018-self", {{u"permissions"_s, QJsonObject{{u"admin_permissions"_s, none}}}});
        s.answer("GET /api/user/models", "095-member-models");
        s.answer("GET /api/pricing", "083-pricing-pat");
        QCOMPARE(finished(s.admin->aliases()->all())->size(), 5);
        QVERIFY(!s.admin->features().has(gateway::Feature::EditAliases));
    }

    // Its role lets it, and the server refuses all the same: what callers may ask for is still told, without routes.
    void channelsThatAreRefusedLeaveTheNames()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answerJson(list, R"({"success":false,"message":"Invalid parameters"})");
        s.answer("GET /api/user/models", "095-member-models");
        const auto aliases = finished(s.admin->aliases()->all());
        QVERIFY2(aliases, qPrintable(aliases ? QString() : aliases.error().detail));
        QCOMPARE(aliases->size(), 5);
        QVERIFY(aliases->first().routes.isEmpty());
        s.answerJson(list, "", 500);
        QCOMPARE(finished(s.admin->aliases()->all()).error().kind, FailureKind::Server);
    }

    void aPriceListOfNothingIsEmpty()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answerJson("GET /api/pricing", R"({"success":true,"data":null,"group_ratio":{}})");
        const auto aliases = finished(s.admin->aliases()->all());
        QVERIFY2(aliases, qPrintable(aliases ? QString() : aliases.error().detail));
        QCOMPARE(named(*aliases, u"team-fast"_s).price, Price());
    }

    void aFailureOfThePricesIsNotHidden()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answerJson("GET /api/pricing", "", 500);
        QCOMPARE(finished(s.admin->aliases()->all()).error().kind, FailureKind::Server);
    }

private:
    static void catalog(NewApiServer &s)
    {
        s.answer(list, "043-channels");
        s.answer("GET /api/pricing", "083-pricing-pat");
    }
    static Alias named(const QList<Alias> &aliases, const QString &name)
    {
        const auto found = std::ranges::find(aliases, name, &Alias::name);
        return found == aliases.end() ? Alias() : *found;
    }
};

QTEST_GUILESS_MAIN(NewApiAliasesTest)
#include "tst_newapi_aliases.moc"
