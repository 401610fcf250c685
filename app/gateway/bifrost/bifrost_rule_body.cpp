// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_wire.h"
#include "gateway/json_numbers.h"
#include <numeric>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

constexpr int whole = 100; // shares are read as hundredths
constexpr qint64 one = 1'000'000'000;

bool sharesAreGiven(const QList<Route> &routes)
{
    return std::ranges::any_of(routes, [](const Route &route) { return route.weight != Route().weight; });
}

int sumOf(const QList<Route> &routes)
{
    return std::accumulate(
        routes.begin(), routes.end(), 0, [](int sum, const Route &route) { return sum + route.weight; });
}

// The first thing a rule has no place for; empty: none.
QString missingPart(const Alias &before, const Alias &after)
{
    if (!before.name.isEmpty() && before.name != after.name)
        return u"another name for an alias"_s;
    if (before.price != after.price)
        return u"prices of an alias"_s;
    if (before.families != after.families)
        return u"API families of an alias"_s;
    if (before.contextTokens != after.contextTokens)
        return u"a longest input"_s;
    if (after.strategy != before.strategy && !after.strategy.isEmpty() && after.strategy != "weighted"_L1)
        return u"an order of routes: its rules draw by weight"_s;
    for (const Route &route : after.routes)
        if (route.times != RouteTimes() || route.price != Price())
            return u"times or price of one route"_s;
    for (const QString &other : after.fallbacks)
        if (!other.contains(u'/'))
            return u"a fallback to \"%1\": its fallbacks are models of providers, as \"provider/model\""_s.arg(other);
    return {};
}

// What it takes in another form; empty: nothing.
QString misfit(const Alias &after)
{
    if (after.name.contains(u'"') || after.name.contains(u'\'') || after.name.contains(u'\\'))
        return u"an alias cannot have quotes or backslashes in its name here"_s;
    if (after.routes.isEmpty())
        return u"an alias needs at least one route"_s;
    for (const Route &route : after.routes)
        if (route.upstream.isEmpty() || route.model.isEmpty())
            return u"each route needs a provider and a model"_s;
    if (sharesAreGiven(after.routes) && sumOf(after.routes) != whole)
        return u"weights are shares here: together they are to make 100, not %1"_s.arg(sumOf(after.routes));
    return {};
}

// Of a target that stays: its provider key, and whatever else it has.
QJsonObject targetOf(const QJsonArray &there, const Route &route)
{
    for (const QJsonValue &target : there)
        if (target["provider"_L1] == route.upstream && target["model"_L1] == route.model)
            return target.toObject();
    return {{u"provider"_s, route.upstream}, {u"model"_s, route.model}};
}

// Shares of one; what is left over by rounding goes to the last.
QJsonArray targetsOf(const QJsonArray &there, const QList<Route> &routes)
{
    QJsonArray targets;
    const qint64 sum = std::max(sumOf(routes), 1);
    qint64 left = one;
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const bool last = i + 1 == routes.size();
        const qint64 share = last ? left : one * routes[i].weight / sum;
        left -= share;
        QJsonObject target = targetOf(there, routes[i]);
        target[u"weight"_s] = decimalJson(share);
        targets << target;
    }
    return targets;
}

} // namespace

Result<> writableAlias(const Alias &before, const Alias &after)
{
    if (after.name.isEmpty())
        return {};
    if (const QString part = missingPart(before, after); !part.isEmpty())
        return fail(FailureKind::Unsupported, part);
    if (const QString why = misfit(after); !why.isEmpty())
        return fail(FailureKind::Input, why);
    return {};
}

QByteArray ruleBody(const QJsonObject &raw, const Alias &before, const Alias &after)
{
    QJsonObject rule = raw;
    for (const char *field : {"id", "created_at", "updated_at", "config_hash"})
        rule.remove(QLatin1StringView(field));
    if (raw.isEmpty())
        rule = {{u"name"_s, after.name}, {u"enabled"_s, true}, {u"scope"_s, u"global"_s}, {u"priority"_s, 0},
            {u"cel_expression"_s, u"model == \"%1\""_s.arg(after.name)}};
    if (raw.isEmpty() || before.routes != after.routes)
        rule[u"targets"_s] = targetsOf(raw["targets"_L1].toArray(), after.routes);
    rule[u"fallbacks"_s] = QJsonArray::fromStringList(after.fallbacks);
    return compactJson(rule);
}

bool shows(const Alias &found, const Alias &wanted)
{
    const bool given = sharesAreGiven(wanted.routes);
    const auto same = [given](const Route &a, const Route &b) {
        return a.upstream == b.upstream && a.model == b.model && (!given || a.weight == b.weight);
    };
    return std::ranges::equal(found.routes, wanted.routes, same) && found.fallbacks == wanted.fallbacks;
}

} // namespace gateway::bifrost
