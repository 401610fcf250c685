// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/admin_world.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;
using gateway::Feature;

static const QString rulesCall = u"GET /api/governance/routing-rules"_s;
static const QString newRule = u"POST /api/governance/routing-rules"_s;
static const QString theRule = u"/api/governance/routing-rules/1"_s;

// Aliases that are written as routing rules.
class BifrostAliasesTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewAliasIsARuleThatAsksForItsName()
    {
        World w;
        w.becomes(newRule, rule(u"sure"_s, {{u"anthropic"_s, u"claude-sonnet-4"_s, 1}}));
        QVERIFY2(w.writes({}, w.sure()), qPrintable(w.said));
        QCOMPARE(w.sentTo(newRule),
            (QJsonObject{{u"name"_s, u"sure"_s}, {u"enabled"_s, true}, {u"scope"_s, u"global"_s}, {u"priority"_s, 0},
                {u"cel_expression"_s, u"model == \"sure\""_s}, {u"fallbacks"_s, QJsonArray()},
                {u"targets"_s,
                    QJsonArray{QJsonObject{
                        {u"provider"_s, u"anthropic"_s}, {u"model"_s, u"claude-sonnet-4"_s}, {u"weight"_s, 1}}}}}));
    }

    void routesWithoutWeightsShareAlike()
    {
        World w;
        w.becomes(newRule, rule(u"sure"_s, {{u"a"_s, u"x"_s, 0.34}, {u"b"_s, u"x"_s, 0.33}, {u"c"_s, u"x"_s, 0.33}}));
        Alias three = w.sure();
        three.routes = {{u"a"_s, u"x"_s}, {u"b"_s, u"x"_s}, {u"c"_s, u"x"_s}};
        QVERIFY2(w.writes({}, three), qPrintable(w.said));
        QVERIFY2(w.bodyOf(newRule).contains(R"("weight":0.333333334)"), w.bodyOf(newRule)); // they make one
    }

    void aChangeIsSentWholeAndKeepsTheProvidersKey()
    {
        World w;
        const Alias before = w.fast();
        Alias after = before;
        after.routes[0].weight = 60;
        after.routes[1].weight = 40;
        QJsonObject changed = w.ruleNow();
        changed[u"targets"_s] =
            targets({{u"openai"_s, u"gpt-4.1-mini"_s, 0.6}, {u"anthropic"_s, u"claude-sonnet-4"_s, 0.4}});
        w.becomes(u"PUT "_s + theRule, changed);
        QVERIFY2(w.writes(before, after), qPrintable(w.said));
        const QJsonObject sent = w.sentTo(u"PUT "_s + theRule);
        QCOMPARE(sent["targets"_L1][0]["weight"_L1].toDouble(), 0.6);
        QVERIFY(sent["targets"_L1][0].toObject().contains("key_id"_L1)); // as it was
        QVERIFY(sent.contains("chain_rule"_L1) && sent.contains("scope_id"_L1) && !sent.contains("id"_L1));
        QCOMPARE(sent["cel_expression"_L1].toString(), u"model == \"fast\""_s);
    }

    void fallbacksAreModelsOfProviders()
    {
        World w;
        const Alias before = w.fast();
        Alias after = before;
        after.fallbacks = QStringList{u"openai/gpt-4.1-mini"_s};
        QJsonObject changed = w.ruleNow();
        changed[u"fallbacks"_s] = QJsonArray{u"openai/gpt-4.1-mini"_s};
        w.becomes(u"PUT "_s + theRule, changed);
        QVERIFY2(w.writes(before, after), qPrintable(w.said));
        QCOMPARE(w.sentTo(u"PUT "_s + theRule)["targets"_L1].toArray(), w.ruleNow()["targets"_L1].toArray());
        after.fallbacks = QStringList{u"fast"_s};
        QVERIFY(!w.writes(before, after));
        QCOMPARE(w.kind, FailureKind::Unsupported);
    }

    void aRemovedAliasIsARuleLess()
    {
        World w;
        const Alias before = w.fast();
        w.becomes(u"DELETE "_s + theRule, {});
        QVERIFY2(w.writes(before, {}), qPrintable(w.said));
    }

    void whatARuleCannotHoldIsRefusedBeforehand_data()
    {
        QTest::addColumn<Alias>("after");
        QTest::addColumn<FailureKind>("kind");
        const auto row = [](const char *name, FailureKind kind, auto change) {
            Alias alias = World::sure();
            change(alias);
            QTest::newRow(name) << alias << kind;
        };
        row("shares that make no 100", FailureKind::Input, [](Alias &a) { a.routes[0].weight = 7; });
        row("a quote", FailureKind::Input, [](Alias &a) { a.name = u"a\"b"_s; });
        row("no route", FailureKind::Input, [](Alias &a) { a.routes.clear(); });
        row("no model", FailureKind::Input, [](Alias &a) { a.routes[0].model.clear(); });
        row("a price", FailureKind::Unsupported, [](Alias &a) { a.price.inputNanos = 1; });
        row("an order", FailureKind::Unsupported, [](Alias &a) { a.strategy = u"ordered"_s; });
        row("times", FailureKind::Unsupported, [](Alias &a) { a.routes[0].times.total = 1; });
    }
    void whatARuleCannotHoldIsRefusedBeforehand()
    {
        QFETCH(Alias, after);
        World w;
        QVERIFY(!w.writes({}, after));
        QTEST(w.kind, "kind");
        QVERIFY(w.http.calls.isEmpty());
    }

    void whatSomebodyElseChangedIsNotOverwritten_data()
    {
        QTest::addColumn<QJsonArray>("rules");
        QJsonObject theirs = rule(u"fast"_s, {{u"openai"_s, u"gpt-4o"_s, 1}});
        QTest::newRow("changed") << QJsonArray{theirs};
        QTest::newRow("gone") << QJsonArray{};
        QTest::newRow("two of them") << QJsonArray{theirs, theirs};
    }
    void whatSomebodyElseChangedIsNotOverwritten()
    {
        QFETCH(QJsonArray, rules);
        World w;
        const Alias before = w.fast();
        Alias after = before;
        after.fallbacks.clear();
        w.tells(rules);
        w.http.calls.clear();
        QVERIFY(!w.writes(before, after));
        QCOMPARE(w.kind, FailureKind::Conflict);
        QVERIFY(w.http.calls.filter(u"PUT"_s).isEmpty());
    }

    void aNameThatIsThereIsNotTakenAgain()
    {
        World w;
        Alias taken = w.sure();
        for (const QString &name : {u"fast"_s, u"openai/gpt-4.1-mini"_s}) {
            taken.name = name;
            QVERIFY(!w.writes({}, taken));
            QCOMPARE(w.kind, FailureKind::Conflict);
        }
    }

    void aProvidersModelStaysAsItIs()
    {
        World w;
        const Alias model = finished(w.admin->aliases()->all()).value().first();
        QVERIFY(!w.writes(model, {}));
        QCOMPARE(w.kind, FailureKind::Unsupported);
    }

    void aServerThatSaysYesAndDoesNothingIsFoundOut()
    {
        World w;
        const Alias before = w.fast();
        Alias after = before;
        after.fallbacks.clear();
        w.say(u"PUT "_s + theRule, "{}");
        QVERIFY(!w.writes(before, after));
        QCOMPARE(w.kind, FailureKind::Rejected);
        QVERIFY2(w.said.contains(u"the server ignored this"_s), qPrintable(w.said));
    }

    void withoutRulesNoAliasCanBeEdited()
    {
        World w;
        w.file(u"GET /api/version"_s, u"version.json"_s);
        w.file(u"GET /api/session/is-auth-enabled"_s, u"sign-in.json"_s);
        w.file(u"GET /api/governance/virtual-keys?limit=100&offset=0"_s, u"keys-page1.json"_s);
        w.file(u"GET /api/logs?limit=1"_s, u"logs.json"_s);
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(w.admin->features().has(Feature::EditAliases) && w.admin->features().has(Feature::AliasFallbacks));
        w.say(rulesCall, "404 page not found", 404);
        QVERIFY(finished(w.admin->identity()));
        QVERIFY(!w.admin->features().has(Feature::EditAliases) && !w.admin->features().has(Feature::AliasFallbacks));
        QVERIFY(w.admin->features().has(Feature::ListAliases));
    }

private:
    struct Target
    {
        QString provider;
        QString model;
        double weight;
    };
    static QJsonArray targets(const QList<Target> &list)
    {
        QJsonArray out;
        for (const Target &one : list)
            out << QJsonObject{{u"provider"_s, one.provider}, {u"model"_s, one.model}, {u"weight"_s, one.weight}};
        return out;
    }
    static QJsonObject rule(const QString &alias, const QList<Target> &list)
    {
        return {{u"id"_s, u"9"_s}, {u"name"_s, alias}, {u"enabled"_s, true},
            {u"cel_expression"_s, u"model == \"%1\""_s.arg(alias)}, {u"targets"_s, targets(list)}};
    }

    struct World : AdminWorld
    {
        QString said;
        FailureKind kind = FailureKind::Network;

        World() : AdminWorld(u"bifrost"_s, u"http://gw.test/v1"_s, u"http://gw.test"_s)
        {
            file(u"GET /api/models?limit=10000"_s, u"models.json"_s);
            file(rulesCall, u"rules.json"_s);
        }
        static Alias sure()
        {
            Alias alias;
            alias.name = u"sure"_s;
            alias.routes = {{u"anthropic"_s, u"claude-sonnet-4"_s}};
            return alias;
        }
        Alias fast()
        {
            const auto all = finished(admin->aliases()->all()).value();
            return *std::ranges::find(all, u"fast"_s, &Alias::name);
        }
        QJsonObject ruleNow() const
        {
            QFile rules(QStringLiteral(TEST_DATA "/bifrost/rules.json"));
            if (!rules.open(QIODevice::ReadOnly))
                qFatal("no rules");
            return QJsonDocument::fromJson(rules.readAll())["rules"_L1][0].toObject();
        }
        static net::Exchange list(const QJsonArray &rules)
        {
            net::Exchange exchange;
            exchange.status = 200;
            exchange.body = QJsonDocument(QJsonObject{{u"rules"_s, rules}}).toJson(QJsonDocument::Compact);
            return exchange;
        }
        void tells(const QJsonArray &rules) { http.answerWith(rulesCall, list(rules)); }
        // Once that call came there is this rule, or none.
        void becomes(const QString &call, const QJsonObject &then)
        {
            say(call, R"({"message":"done"})");
            http.afterwards(call, rulesCall, list(then.isEmpty() ? QJsonArray() : QJsonArray{then}));
        }
        bool writes(const Alias &before, const Alias &after)
        {
            const auto written = finished(admin->aliases()->write(before, after));
            said = written ? QString() : written.error().detail;
            kind = written ? FailureKind::Network : written.error().kind;
            return written.has_value();
        }
        QByteArray bodyOf(const QString &call) const { return body(http.calls.lastIndexOf(call)); }
        QJsonObject sentTo(const QString &call) const { return QJsonDocument::fromJson(bodyOf(call)).object(); }
    };
};

QTEST_GUILESS_MAIN(BifrostAliasesTest)
#include "tst_bifrost_aliases.moc"
