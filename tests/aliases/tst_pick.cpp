// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/behind.h"
#include "aliases/difference.h"
#include "aliases/pick.h"
#include "proxy/catalog.h"
#include "proxy/routing.h"
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::Picks;
using gateway::Draw;

namespace {

Route route(const QString &upstream, int weight = 1, std::optional<qint64> price = {})
{
    Route made;
    made.upstream = upstream;
    made.model = u"model"_s;
    made.weight = weight;
    made.price.inputNanos = price;
    made.price.outputNanos = price;
    return made;
}

Alias alias(const QString &name, const QString &strategy, const QList<Route> &routes, const QStringList &fallbacks = {})
{
    Alias made;
    made.name = name;
    made.strategy = strategy;
    made.routes = routes;
    made.fallbacks = fallbacks;
    return made;
}

QList<qint64> callsOf(const Picks &picks)
{
    QList<qint64> calls;
    for (const aliases::Picked &each : picks.routes)
        calls << each.calls;
    return calls;
}

aliases::Trial inTurn(const QStringList &down = {}, int calls = 100)
{
    return {Draw::InTurn, down, calls, 0};
}

std::string text(const QString &words)
{
    return words.toStdString();
}

// The same catalog as the embedded gateway has it.
proxy::AliasConfig configOf(const Alias &alias)
{
    proxy::AliasConfig config;
    config.name = text(alias.name);
    config.strategy = *proxy::strategyOf(text(alias.strategy));
    for (const Route &each : alias.routes) {
        proxy::RouteConfig made{text(each.upstream), text(each.model), each.weight};
        if (each.price.inputNanos)
            made.price = proxy::Price{*each.price.inputNanos, *each.price.outputNanos, {}, {}};
        config.routes.push_back(made);
    }
    for (const QString &name : alias.fallbacks)
        config.fallbacks.push_back(text(name));
    return config;
}

// What the embedded gateway itself does with so many calls.
struct Real
{
    proxy::Catalog catalog;
    proxy::Limits limits;
    proxy::RouteHealth health{limits};

    Real(const QList<Alias> &all, const QStringList &down)
    {
        for (const Alias &each : all)
            catalog.setAlias({configOf(each)});
        for (const auto &each : catalog.aliases())
            for (const proxy::RouteConfig &one : each->config.routes)
                for (int i = 0; i < 100 && down.contains(nameOf(one)); ++i)
                    health.failed(one, 0, "refused");
    }
    static QString nameOf(const proxy::RouteConfig &one)
    {
        return QString::fromStdString(one.upstream + '/' + one.model);
    }
    QHash<QString, qint64> calls(const QString &name, int count, const QStringList &down)
    {
        const auto alias = catalog.alias(text(name));
        QHash<QString, qint64> took;
        for (int i = 0; i < count; ++i) {
            const proxy::RouteConfig *taken =
                proxy::nextRoute(*alias, health, {{}, [](const auto &) { return true; }}, 1);
            ++took[taken && !down.contains(nameOf(*taken)) ? nameOf(*taken) : QString()]; // empty: a route that rests
        }
        return took;
    }
};

QHash<QString, qint64> byName(const Picks &picks)
{
    QHash<QString, qint64> took;
    for (const aliases::Picked &each : picks.routes)
        if (each.calls > 0)
            took[aliases::nameOf(each.route)] += each.calls;
    if (picks.refused > 0)
        took[QString()] = picks.refused;
    return took;
}

Alias anyAlias(QRandomGenerator &random, int number)
{
    static const QStringList strategies{u"weighted"_s, u"ordered"_s, u"cheapest"_s};
    QStringList upstreams{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QList<Route> routes;
    for (int left = random.bounded(1, 5); left > 0; --left) {
        const bool priced = random.bounded(2) == 0;
        routes << route(upstreams.takeAt(random.bounded(int(upstreams.size()))), random.bounded(1, 9),
            priced ? std::optional<qint64>(random.bounded(1, 4)) : std::nullopt);
    }
    QStringList fallbacks;
    for (int other = number + 1; other < 4; ++other) // never in a circle
        if (random.bounded(2) == 0)
            fallbacks << u"alias%1"_s.arg(other);
    return alias(u"alias%1"_s.arg(number), strategies.at(random.bounded(3)), routes, fallbacks);
}

} // namespace

// Simulated picks, beside the embedded gateway's own routing.
class PickTest : public QObject
{
    Q_OBJECT

private slots:
    void weightsInTurnAreKeptExactly()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s, 60), route(u"b"_s, 30), route(u"c"_s, 10)});
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn())), (QList<qint64>{60, 30, 10}));
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn({}, 50))), (QList<qint64>{50, 0, 0})); // half a round
    }

    void aRouteThatRestsLeavesItsShareToTheOthersByWeight()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s, 60), route(u"b"_s, 30), route(u"c"_s, 10)});
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn({u"a/model"_s}, 80))), (QList<qint64>{0, 60, 20}));
    }

    void anOrderSendsEveryCallToTheFirstThatIsWell()
    {
        const Alias fast = alias(u"fast"_s, u"ordered"_s, {route(u"a"_s, 60), route(u"b"_s, 30)});
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn())), (QList<qint64>{100, 0}));
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn({u"a/model"_s}))), (QList<qint64>{0, 100}));
    }

    void theCheapestTakesAllAndAnUnknownPriceIsNoReason()
    {
        const Alias fast = alias(u"fast"_s, u"cheapest"_s, {route(u"a"_s), route(u"b"_s, 1, 5), route(u"c"_s, 1, 4)});
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn())), (QList<qint64>{0, 0, 100}));
        QCOMPARE(callsOf(aliases::picksOf(fast, {fast}, inTurn({u"c/model"_s}))), (QList<qint64>{0, 100, 0}));
    }

    void theFastestIsDecidedCallByCallUntilOneIsLeft()
    {
        const Alias fast = alias(u"fast"_s, u"fastest"_s, {route(u"a"_s), route(u"b"_s)});
        QVERIFY(!aliases::picksOf(fast, {fast}, inTurn()).decided);
        QVERIFY(!aliases::picksOf(alias(u"x"_s, {}, fast.routes), {}, inTurn()).decided); // an order that is not told
        const Picks left = aliases::picksOf(fast, {fast}, inTurn({u"a/model"_s}));
        QVERIFY(left.decided);
        QCOMPARE(callsOf(left), (QList<qint64>{0, 100}));
    }

    void whenNoRouteIsLeftTheFirstWellFallbackTakesThem()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s)}, {u"gone"_s, u"slow"_s, u"last"_s});
        const Alias slow = alias(u"slow"_s, u"weighted"_s, {route(u"b"_s), route(u"c"_s)}, {u"fast"_s});
        const Alias last = alias(u"last"_s, u"weighted"_s, {route(u"d"_s)});
        const Picks picks = aliases::picksOf(fast, {fast, slow, last}, inTurn({u"a/model"_s}));
        QCOMPARE(picks.routes.size(), 2);
        QCOMPARE(picks.routes.last().fallback, u"slow"_s);
        QCOMPARE(picks.routes.last().route.upstream, u"b"_s);
        QCOMPARE(picks.routes.last().calls, 100);
        const Picks further =
            aliases::picksOf(fast, {fast, slow, last}, inTurn({u"a/model"_s, u"b/model"_s, u"c/model"_s}));
        QCOMPARE(further.routes.last().fallback, u"last"_s);
    }

    void withoutAnyRouteLeftTheCallsAreRefused()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s)});
        QCOMPARE(aliases::picksOf(fast, {fast}, inTurn({u"a/model"_s})).refused, 100);
        QCOMPARE(aliases::picksOf(alias(u"x"_s, u"weighted"_s, {}), {}, inTurn()).refused, 100);
    }

    void lotsAreTheSameForTheSameSeedAndNearTheWeights()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s, 60), route(u"b"_s, 40), route(u"c"_s, 0)});
        const aliases::Trial trial{Draw::ByLot, {}, 10'000, 7};
        const Picks picks = aliases::picksOf(fast, {fast}, trial);
        QCOMPARE(picks, aliases::picksOf(fast, {fast}, trial));
        QVERIFY(qAbs(picks.routes.at(0).calls - 6000) < 200);
        QVERIFY(qAbs(picks.routes.at(1).calls - 4000) < 200);
        QCOMPARE(picks.routes.at(2).calls, 0); // weight 0
        QVERIFY(picks != aliases::picksOf(fast, {fast}, {Draw::ByLot, {}, 10'000, 8}));
    }

    void lotsWithoutWeightsAreEven()
    {
        const Alias fast = alias(u"fast"_s, u"weighted"_s, {route(u"a"_s, 0), route(u"b"_s, 0)});
        const Picks picks = aliases::picksOf(fast, {fast}, {Draw::ByLot, {}, 10'000, 7});
        QVERIFY(qAbs(picks.routes.first().calls - 5000) < 200);
    }

    void aNameThatLeadsToAnAliasTakesItsRoutes()
    {
        Alias pointer = alias(u"nice"_s, {}, {route(QString())});
        pointer.routes.first().model = u"fast"_s;
        const Alias fast = alias(u"fast"_s, u"ordered"_s, {route(u"a"_s), route(u"b"_s)});
        const Picks picks = aliases::picksOf(pointer, {pointer, fast}, inTurn());
        QCOMPARE(callsOf(picks), (QList<qint64>{100, 0}));
        pointer.routes.first().model = u"nice"_s; // leads to itself
        QCOMPARE(aliases::picksOf(pointer, {pointer}, inTurn()).routes.size(), 1);
    }

    void aFailedAttemptGoesToTheFirstOtherRouteThatIsWell()
    {
        const Alias fast =
            alias(u"fast"_s, u"weighted"_s, {route(u"a"_s), route(u"b"_s, 9), route(u"c"_s)}, {u"slow"_s});
        const Alias slow = alias(u"slow"_s, u"weighted"_s, {route(u"d"_s)});
        const QList<Alias> all{fast, slow};
        QCOMPARE(aliases::nextAfter(fast.routes.at(1), fast, all, inTurn()), u"a/model"_s);
        QCOMPARE(aliases::nextAfter(fast.routes.at(0), fast, all, inTurn()), u"b/model"_s);
        QCOMPARE(aliases::nextAfter(fast.routes.at(0), fast, all, inTurn({u"b/model"_s, u"c/model"_s})), u"d/model"_s);
        QCOMPARE(aliases::nextAfter(slow.routes.at(0), slow, all, inTurn()), QString());
        QCOMPARE(aliases::nextAfter(fast.routes.at(0), fast, all, {Draw::ByLot}), QString()); // another lot
    }

    void fallbacksAreFollowedOnceAndCirclesAreFound()
    {
        const Alias one = alias(u"one"_s, {}, {}, {u"two"_s, u"three"_s});
        const Alias two = alias(u"two"_s, {}, {}, {u"three"_s, u"four"_s});
        const Alias three = alias(u"three"_s, {}, {});
        const Alias four = alias(u"four"_s, {}, {}, {u"two"_s});
        const QList<Alias> all{one, two, three, four};
        QCOMPARE(aliases::fallbacksBehind(all, one), (QStringList{u"two"_s, u"three"_s, u"four"_s}));
        QCOMPARE(aliases::circleOf(all, one), QStringList());
        QCOMPARE(aliases::circleOf(all, two), (QStringList{u"two"_s, u"four"_s, u"two"_s}));
        QCOMPARE(aliases::circleOf(all, alias(u"me"_s, {}, {}, {u"me"_s})), (QStringList{u"me"_s, u"me"_s}));
    }

    // A hundred catalogs, each with some set of routes that rest.
    void theEmbeddedGatewayPicksTheSame()
    {
        QRandomGenerator random(20261130);
        for (int round = 0; round < 100; ++round) {
            QList<Alias> all;
            for (int number = 0; number < 4; ++number)
                all << anyAlias(random, number);
            QStringList down;
            for (const QString &upstream : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
                if (random.bounded(3) == 0)
                    down << upstream + u"/model"_s;
            for (const Alias &each : std::as_const(all)) {
                Real real(all, down);
                const Picks picks = aliases::picksOf(each, all, inTurn(down, 37));
                QCOMPARE(byName(picks), real.calls(each.name, 37, down));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PickTest)
#include "tst_pick.moc"
