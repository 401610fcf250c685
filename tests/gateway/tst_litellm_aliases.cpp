// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_aliases.h"
#include "gateway/litellm/litellm_answer.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
namespace litellm = gateway::litellm;

Q_DECLARE_METATYPE(Alias)

static const QString models = u"GET /model/info"_s;
static const QString settings = u"GET /router/settings"_s;
static const QString update = u"POST /config/update"_s;
static const QString create = u"POST /model/new"_s;
static const QString change = u"PATCH /model/dep-db-1/update"_s;
static const QString removal = u"POST /model/delete"_s;

// Model groups, the names that lead to them, fallbacks, and the traps of contract 5.
class LitellmAliasesTest : public QObject
{
    Q_OBJECT

private slots:
    void aGroupShowsItsDeploymentsAndPrices()
    {
        Fixture f;
        const auto all = finished(f.aliases.all()).value();
        const Alias chat = named(all, u"db-chat"_s);
        QCOMPARE(chat.routes.size(), 1);
        QCOMPARE(chat.routes.first().upstream, u"up-main"_s); // a stored credential
        QCOMPARE(chat.routes.first().model, u"openai/gpt-4o-mini"_s);
        QCOMPARE(chat.routes.first().weight, 3);
        QCOMPARE(chat.routes.first().times.total, 30'000);
        QCOMPARE(chat.price.inputNanos.value(), 150'000'000);
        QCOMPARE(chat.price.outputNanos.value(), 600'000'000);
        QCOMPARE(chat.price.cachedNanos.value(), 75'000'000);
        QCOMPARE(chat.contextTokens.value(), 128'000);
        QCOMPARE(chat.families, QStringList{u"chat"_s});
        QCOMPARE(chat.fallbacks, QStringList{u"chat-large"_s});
        QCOMPARE(chat.strategy, u"weighted"_s);
        QCOMPARE(named(all, u"embed"_s).families, QStringList{u"embeddings"_s});
        QCOMPARE(named(all, u"chat-small"_s).routes.first().upstream, u"http://127.0.0.1:9100/v1"_s);
    }

    void aNameThatLeadsToAGroupIsNotCountedAsADeployment()
    {
        Fixture f;
        const auto all = finished(f.aliases.all()).value();
        QStringList names;
        for (const Alias &alias : all)
            names << alias.name;
        QCOMPARE(names,
            (QStringList{u"chat-small"_s, u"chat-large"_s, u"priced"_s, u"embed"_s, u"db-chat"_s, u"fast"_s,
                u"internal"_s})); // hidden ones are callable too
        const Alias fast = named(all, u"fast"_s);
        QCOMPARE(fast.routes, QList<Route>{pointerTo(u"db-chat"_s)});
        QCOMPARE(fast.price.inputNanos.value(), 150'000'000);
    }

    void anUnknownPriceIsNotFree()
    {
        Fixture f;
        f.http.answerWith(models, exchange(R"({"data":[{"model_name":"a","litellm_params":{"model":"openai/x"},
            "model_info":{"id":"1","db_model":true,"input_cost_per_token":null,"mode":null}}]})"));
        const Alias one = finished(f.aliases.all())->first();
        QVERIFY(!one.price.inputNanos);
        QVERIFY(one.families.isEmpty());
        QVERIFY(!one.contextTokens);
    }

    void ofSeveralRoutesTheDearestIsTheAliassPrice()
    {
        Fixture f;
        f.http.answerWith(models, exchange(R"({"data":[
            {"model_name":"a","litellm_params":{},"model_info":{"id":"1","input_cost_per_token":1.5e-07,"max_input_tokens":9}},
            {"model_name":"a","litellm_params":{},"model_info":{"id":"2","input_cost_per_token":"0.0000025","max_input_tokens":5}}]})"));
        const Alias one = finished(f.aliases.all())->first();
        QCOMPARE(one.routes.size(), 2);
        QCOMPARE(one.price.inputNanos.value(), 2'500'000'000);
        QCOMPARE(one.routes.first().price.inputNanos.value(), 150'000'000);
        QCOMPARE(one.routes.last().price, Price());
        QCOMPARE(one.contextTokens.value(), 5);
    }

    void anOlderServerTellsItsRouterElsewhere()
    {
        Fixture f;
        f.http.answerWith(settings, exchange(R"({"detail":"Not Found"})", 404));
        f.http.answerWith(u"GET /get/config/callbacks"_s, exchange(R"({"callbacks":[{"variables":{"K":"sk-x"}}],
            "router_settings":{"model_group_alias":{"x":"embed"},"fallbacks":{"priced":["embed"]}}})"));
        const auto all = finished(f.aliases.all()).value();
        QCOMPARE(named(all, u"x"_s).routes.first().model, u"embed"_s);
        QCOMPARE(named(all, u"priced"_s).fallbacks, QStringList{u"embed"_s});
    }

    void aPriceIsPatchedAndLookedForAgain()
    {
        Fixture f;
        f.inTurn(models, {"live-model-info", "live-model-info", "live-model-info-priced"});
        f.answer(change, "live-model-patch-price");
        const Alias before = named(finished(f.aliases.all()).value(), u"db-chat"_s);
        Alias after = before;
        after.price.inputNanos = 300'000'000;
        QVERIFY(finished(f.aliases.write(before, after)));
        QCOMPARE(f.sent(change), (QJsonObject{{u"litellm_params"_s, QJsonObject{{u"input_cost_per_token"_s, 3e-7}}}}));
    }

    void aWriteThatTheServerForgetsIsSaid()
    {
        Fixture f;
        f.answer(change, "live-model-patch-price"); // but the list stays as it was
        const Alias before = named(finished(f.aliases.all()).value(), u"db-chat"_s);
        Alias after = before;
        after.price.inputNanos = 300'000'000;
        const Failure failure = finished(f.aliases.write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY(failure.detail.contains(u"does not show it"_s));
        QCOMPARE(f.http.calls.count(models), 2 + looks);
    }

    void whatStandsInTheFileIsReadOnly()
    {
        Fixture f;
        const Alias before = named(finished(f.aliases.all()).value(), u"chat-small"_s);
        Alias after = before;
        after.price.inputNanos = 1;
        for (const Alias &wish : {after, Alias()}) {
            const Failure failure = finished(f.aliases.write(before, wish)).error();
            QCOMPARE(failure.kind, FailureKind::Unsupported);
            QVERIFY2(failure.detail.contains(u"config.yaml"_s), qPrintable(failure.detail));
        }
        QVERIFY(!f.http.calls.contains(removal));
    }

    void aNewGroupHasAnIdOfOurs()
    {
        Fixture f;
        f.answer(u"GET /credentials"_s, "live-credentials");
        f.answer(create, "live-config-update");
        finished(f.aliases.write({}, fresh(u"up-main"_s)));
        const QJsonObject sent = f.sent(create);
        QCOMPARE(sent["model_name"_L1].toString(), u"new"_s);
        QCOMPARE(sent["litellm_params"_L1]["litellm_credential_name"_L1].toString(), u"up-main"_s);
        QCOMPARE(sent["litellm_params"_L1]["input_cost_per_token"_L1].toDouble(), 1.5e-7);
        QVERIFY(!sent["litellm_params"_L1].toObject().contains(u"timeout"_s));
        QCOMPARE(sent["model_info"_L1]["mode"_L1].toString(), u"embedding"_s);
        QCOMPARE(sent["model_info"_L1]["id"_L1].toString().size(), 36);
    }

    void anAddressNeedsNoStoredCredential()
    {
        Fixture f;
        f.answer(create, "live-config-update");
        finished(f.aliases.write({}, fresh(u"https://up.test/v1"_s)));
        QCOMPARE(f.sent(create)["litellm_params"_L1]["api_base"_L1].toString(), u"https://up.test/v1"_s);
    }

    void anUnknownCredentialIsSaidBeforeAnythingIsMade()
    {
        Fixture f;
        f.answer(u"GET /credentials"_s, "live-credentials");
        const Failure failure = finished(f.aliases.write({}, fresh(u"up-other"_s))).error();
        QVERIFY2(failure.detail.contains(u"(up-main)"_s), qPrintable(failure.detail));
        QVERIFY(!f.http.calls.contains(create));
    }

    void aDeploymentThatIsSavedAndCannotBeServedIsTakenBack()
    {
        Fixture f;
        f.answer(create, "live-model-new-not-live");
        f.answer(removal, "live-config-update");
        const Failure failure = finished(f.aliases.write({}, fresh(u"https://up.test/v1"_s))).error();
        QCOMPARE(failure.kind, FailureKind::Server);
        QCOMPARE(f.sent(removal)["id"_L1], f.sent(create)["model_info"_L1]["id"_L1]);
    }

    void aTakenNameAndAForeignChangeAreConflicts()
    {
        Fixture f;
        Alias taken = fresh(u"https://up.test/v1"_s);
        taken.name = u"db-chat"_s;
        QCOMPARE(finished(f.aliases.write({}, taken)).error().kind, FailureKind::Conflict);
        Alias before = named(finished(f.aliases.all()).value(), u"db-chat"_s);
        before.price.inputNanos = 7; // what was shown is no longer there
        Alias after = before;
        after.price.outputNanos = 8;
        QCOMPARE(finished(f.aliases.write(before, after)).error().kind, FailureKind::Conflict);
        QVERIFY(!f.http.calls.contains(change));
    }

    void anotherTargetSendsTheWholeMapAndAllThatTheDatabaseOwns()
    {
        Fixture f;
        f.inTurn(
            settings, {"live-router-settings-fallback", "live-router-settings-fallback", "live-router-settings-alias"});
        f.answer(update, "live-config-update");
        const Alias before = named(finished(f.aliases.all()).value(), u"fast"_s);
        Alias after = before;
        after.routes = {pointerTo(u"chat-small"_s)};
        QVERIFY(finished(f.aliases.write(before, after)));
        const QJsonObject hidden{{u"model"_s, u"chat-small"_s}, {u"hidden"_s, true}};
        const QJsonObject map{{u"fast"_s, u"chat-small"_s}, {u"internal"_s, hidden}};
        const QJsonObject router = f.sent(update)["router_settings"_L1].toObject();
        QCOMPARE(router["model_group_alias"_L1].toObject(), map);
        QCOMPARE(router.keys(), (QStringList{u"fallbacks"_s, u"model_group_alias"_s})); // defaults stay the server's
    }

    void aHiddenNameStaysHidden()
    {
        Fixture f;
        f.answer(update, "live-config-update");
        const Alias before = named(finished(f.aliases.all()).value(), u"internal"_s);
        Alias after = before;
        after.routes = {pointerTo(u"embed"_s)};
        finished(f.aliases.write(before, after));
        const QJsonValue sent = f.sent(update)["router_settings"_L1]["model_group_alias"_L1]["internal"_L1];
        QCOMPARE(sent["hidden"_L1].toBool(), true);
        QCOMPARE(sent["model"_L1].toString(), u"embed"_s);
    }

    void settingsThatAServerLosesWithAWriteArePutBack()
    {
        Fixture f;
        const QByteArray was = R"({"current_values":{"num_retries":2,"timeout":null,"model_group_alias":{"x":"embed"},
            "fallbacks":[{"priced":["embed"]}],"set_verbose":false}})";
        const QByteArray wiped =
            R"({"current_values":{"num_retries":0,"model_group_alias":{"x":"priced"},"fallbacks":[]}})";
        f.http.answerWith(settings, exchange(was));
        f.answer(update, "live-config-update");
        f.http.beforeAnswer = [&](const QString &call) {
            if (call == update)
                f.http.answerWith(settings, exchange(wiped));
        };
        const Alias before = named(finished(f.aliases.all()).value(), u"x"_s);
        Alias after = before;
        after.routes = {pointerTo(u"priced"_s)};
        const Failure failure = finished(f.aliases.write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY2(failure.detail.contains(u"fallbacks, num_retries"_s), qPrintable(failure.detail));
        QCOMPARE(f.http.calls.count(update), 2);
        const QJsonObject back = f.sent(update)["router_settings"_L1].toObject();
        QCOMPARE(back["num_retries"_L1].toInt(), 2);
        QCOMPARE(back["model_group_alias"_L1]["x"_L1].toString(), u"embed"_s);
        QCOMPARE(back.keys(), (QStringList{u"fallbacks"_s, u"model_group_alias"_s, u"num_retries"_s})); // no nulls
    }

    void settingsThatTheFileOwnsAreRefusedBeforeAnythingIsSent()
    {
        Fixture f;
        f.answer(settings, "nodb-25-router-settings"); // the file owns both
        const auto all = finished(f.aliases.all()).value();
        Alias fast;
        fast.name = u"new-name"_s;
        fast.routes = {pointerTo(u"embed"_s)};
        Alias fallen = named(all, u"db-chat"_s);
        fallen.fallbacks = {u"embed"_s};
        for (const auto &failure : {finished(f.aliases.write({}, fast)).error(),
                 finished(f.aliases.write(named(all, u"db-chat"_s), fallen)).error()}) {
            QCOMPARE(failure.kind, FailureKind::Unsupported);
            QVERIFY2(failure.detail.contains(u"config.yaml, which owns it"_s), qPrintable(failure.detail));
        }
        QVERIFY(!f.http.calls.contains(update));
        QVERIFY(!f.http.calls.contains(u"POST /fallback"_s)); // it would say yes and forget within 30 s
    }

    void anOlderServerRefusesWhatTheFileOwnsItself()
    {
        Fixture f;
        f.http.answerWith(settings, exchange(R"({"current_values":{"model_group_alias":{"x":"embed"}}})"));
        f.answer(update, "104-config-update-alias");
        const Alias before = named(finished(f.aliases.all()).value(), u"x"_s);
        const Failure failure = finished(f.aliases.write(before, {})).error();
        QCOMPARE(failure.kind, FailureKind::Unsupported);
        QVERIFY2(failure.detail.contains(u"set in the config file"_s), qPrintable(failure.detail));
    }

    void fallbacksAreWrittenAndRemoved()
    {
        Fixture f;
        f.inTurn(settings, {"live-router-settings", "live-router-settings", "live-router-settings-fallback"});
        f.answer(u"POST /fallback"_s, "live-fallback-post");
        const Alias before = named(finished(f.aliases.all()).value(), u"db-chat"_s);
        Alias after = before;
        after.fallbacks = {u"chat-small"_s};
        QVERIFY(finished(f.aliases.write(before, after)));
        QCOMPARE(f.sent(u"POST /fallback"_s)["fallback_models"_L1].toArray(), QJsonArray{u"chat-small"_s});
        Alias none = after;
        none.fallbacks.clear();
        const QString gone = u"DELETE /fallback/db-chat?fallback_type=general"_s;
        f.answer(gone, "live-config-update");
        finished(f.aliases.write(after, none));
        QVERIFY(f.http.calls.contains(gone));
    }

    void anOlderServersFallbacksGoWithAllItsSettings()
    {
        Fixture f;
        f.http.answerWith(
            settings, exchange(R"({"current_values":{"num_retries":2,"fallbacks":[{"priced":["embed"]}]}})"));
        f.answer(update, "live-config-update");
        const Alias before = named(finished(f.aliases.all()).value(), u"db-chat"_s);
        Alias after = before;
        after.fallbacks = {u"embed"_s};
        finished(f.aliases.write(before, after));
        const QJsonObject sent = f.sent(update)["router_settings"_L1].toObject();
        QCOMPARE(sent["num_retries"_L1].toInt(), 2);
        QCOMPARE(sent["fallbacks"_L1].toArray().size(), 2);
    }

    void whatItCannotHoldIsSaid_data()
    {
        QTest::addColumn<Alias>("after");
        const auto row = [](const char *name, auto edit) {
            Alias alias = fresh(u"https://up.test/v1"_s);
            edit(alias);
            QTest::newRow(name) << alias;
        };
        row("another name", [](Alias &alias) { alias.name = u"other"_s; });
        row("no routes", [](Alias &alias) { alias.routes.clear(); });
        row("a strategy", [](Alias &alias) { alias.strategy = u"cheapest"_s; });
        row("other times", [](Alias &alias) { alias.routes.first().times.connect = 1; });
        row("a family without a mode", [](Alias &alias) { alias.families = {u"messages"_s}; });
        row("two families", [](Alias &alias) { alias.families << u"chat"_s; });
        row("a name that leads on", [](Alias &alias) { alias.routes.first().upstream.clear(); });
    }
    void whatItCannotHoldIsSaid()
    {
        QFETCH(Alias, after);
        Fixture f;
        const Alias before = fresh(u"https://up.test/v1"_s);
        QCOMPARE(finished(f.aliases.write(before, after)).error().kind, FailureKind::Unsupported);
        QVERIFY(f.http.calls.isEmpty());
    }

private:
    static constexpr int looks = 3;

    struct Fixture
    {
        ScriptedHttp http;
        gateway::Api api{http, QUrl(u"http://gw.test:4000"_s), Secret("sk-EXAMPLEmaster1234"),
            gateway::Manner{{}, {}, litellm::answered}};
        litellm::LitellmAliases aliases{api, litellm::Patience{std::chrono::milliseconds(1), looks}};

        Fixture()
        {
            answer(models, "live-model-info");
            answer(settings, "live-router-settings");
        }
        void answer(const QString &call, const char *recording)
        {
            http.answerRecorded(call, LitellmConnection::file(QString::fromLatin1(recording)));
        }
        void inTurn(const QString &call, std::initializer_list<const char *> recordings)
        {
            for (const char *recording : recordings)
                http.answerInTurn(call, {LitellmConnection::file(QString::fromLatin1(recording))});
        }
        QJsonObject sent(const QString &call) const
        {
            const qsizetype at = http.calls.lastIndexOf(call);
            return at < 0 ? QJsonObject() : QJsonDocument::fromJson(http.requests[at].body).object();
        }
    };

    static net::Exchange exchange(const QByteArray &body, int status = 200)
    {
        net::Exchange out;
        out.status = status;
        out.body = body;
        return out;
    }
    static Alias named(const QList<Alias> &all, const QString &name)
    {
        const auto found = std::ranges::find(all, name, &Alias::name);
        return found == all.end() ? Alias() : *found;
    }
    static Route pointerTo(const QString &group)
    {
        Route route;
        route.model = group;
        return route;
    }
    static Alias fresh(const QString &upstream)
    {
        Alias alias;
        alias.name = u"new"_s;
        alias.routes = {Route{upstream, u"openai/m"_s}};
        alias.families = {u"embeddings"_s};
        alias.price.inputNanos = 150'000'000;
        return alias;
    }
};

QTEST_GUILESS_MAIN(LitellmAliasesTest)
#include "tst_litellm_aliases.moc"
