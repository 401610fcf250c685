// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_model_wire.h"
#include "gateway/litellm/litellm_row.h"
#include "gateway/litellm/litellm_scope.h"
#include <QSet>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

Price priceIn(Row &info)
{
    Price price;
    price.inputNanos = info.nanosPerMillion("input_cost_per_token"_L1);
    price.outputNanos = info.nanosPerMillion("output_cost_per_token"_L1);
    price.cachedNanos = info.nanosPerMillion("cache_read_input_token_cost"_L1);
    return price;
}

Route routeIn(Row &params, Row &info)
{
    Route route;
    route.upstream = params.word("litellm_credential_name"_L1);
    if (route.upstream.isEmpty())
        route.upstream = params.word("api_base"_L1);
    if (route.upstream.isEmpty())
        route.upstream = info.word("litellm_provider"_L1);
    route.model = params.word("model"_L1);
    route.weight = int(params.whole("weight"_L1).value_or(1));
    if (const auto seconds = params.nanos("timeout"_L1))
        route.times.total = *seconds / 1'000'000;
    route.price = priceIn(info);
    return route;
}

Deployment deploymentIn(Row &row)
{
    Row params = row.part("litellm_params"_L1);
    Row info = row.part("model_info"_L1);
    Deployment one;
    one.group = row.text("model_name"_L1);
    one.id = info.word("id"_L1);
    one.fromFile = !info.flag("db_model"_L1);
    one.route = routeIn(params, info);
    one.family = familyOfMode(info.word("mode"_L1));
    one.contextTokens = info.whole("max_input_tokens"_L1);
    row.adopt(params);
    row.adopt(info);
    return one;
}

std::optional<qint64> dearer(std::optional<qint64> a, std::optional<qint64> b)
{
    return a && b ? std::max(a, b) : a ? a : b;
}

// Of several routes the dearest, as /model_group/info tells it; the window that every route has.
void addRoute(Alias &alias, const Deployment &one)
{
    alias.routes << one.route;
    alias.price.inputNanos = dearer(alias.price.inputNanos, one.route.price.inputNanos);
    alias.price.outputNanos = dearer(alias.price.outputNanos, one.route.price.outputNanos);
    alias.price.cachedNanos = dearer(alias.price.cachedNanos, one.route.price.cachedNanos);
    if (one.contextTokens && (!alias.contextTokens || *one.contextTokens < *alias.contextTokens))
        alias.contextTokens = one.contextTokens;
    if (!one.family.isEmpty() && !alias.families.contains(one.family))
        alias.families << one.family;
}

Alias groupOf(const QString &name, const QList<Deployment> &deployments)
{
    Alias alias;
    alias.name = name;
    for (const Deployment &one : behind(deployments, name))
        addRoute(alias, one);
    for (Route &route : alias.routes)
        if (route.price == alias.price)
            route.price = Price();
    return alias;
}

QString strategyOf(const RouterSettings &settings)
{
    static const QHash<QString, QString> words{{u"simple-shuffle"_s, u"weighted"_s},
        {u"cost-based-routing"_s, u"cheapest"_s}, {u"latency-based-routing"_s, u"fastest"_s}};
    return words.value(settings.values["routing_strategy"_L1].toString());
}

Alias pointerTo(const QString &name, const QString &group, const QList<Alias> &groups)
{
    Alias alias;
    const auto target = std::ranges::find(groups, group, &Alias::name);
    if (target != groups.end())
        alias = *target;
    alias.name = name;
    alias.fallbacks.clear();
    Route route;
    route.model = group;
    alias.routes = {route};
    return alias;
}

bool told(const std::optional<qint64> &wanted, const std::optional<qint64> &found)
{
    return !wanted || wanted == found;
}

bool showsRoute(const Alias &found, const Route &is, const Alias &wanted, const Route &asked)
{
    const Price price = priceOf(found, is);
    const Price fee = priceOf(wanted, asked);
    return is.upstream == asked.upstream && is.model == asked.model && is.weight == asked.weight
        && is.times == asked.times && told(fee.inputNanos, price.inputNanos) && told(fee.outputNanos, price.outputNanos)
        && told(fee.cachedNanos, price.cachedNanos);
}

} // namespace

Result<QList<Deployment>> readDeployments(const QByteArray &body)
{
    auto rows = rowsIn(body, u"models"_s, "data"_L1);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    QList<Deployment> out;
    QSet<std::pair<QString, QString>> seen; // wildcards are told once for each name they may stand for
    for (Row &row : *rows) {
        const Deployment one = deploymentIn(row);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
        if (!seen.contains({one.id, one.group}))
            out << one;
        seen << std::pair(one.id, one.group);
    }
    return out;
}

Result<QStringList> readCredentialNames(const QByteArray &body)
{
    return rowIn(body, u"credentials"_s).and_then([](Row root) -> Result<QStringList> {
        QStringList names;
        for (Row row : root.parts("credentials"_L1))
            names << row.word("credential_name"_L1);
        return root.result(names);
    });
}

QList<Deployment> behind(const QList<Deployment> &deployments, const QString &group)
{
    QList<Deployment> out;
    for (const Deployment &one : deployments)
        if (one.group == group)
            out << one;
    return out;
}

QList<Alias> aliasesOf(const QList<Deployment> &deployments, const RouterSettings &settings)
{
    const QHash<QString, QString> pointers = settings.aliases();
    const QHash<QString, QStringList> fallbacks = settings.fallbacks();
    QList<Alias> out;
    QSet<QString> seen;
    for (const Deployment &one : deployments) // some versions tell aliases as deployments too
        if (!pointers.contains(one.group) && !seen.contains(one.group)) {
            out << groupOf(one.group, deployments);
            out.last().fallbacks = fallbacks.value(one.group);
            out.last().strategy = strategyOf(settings);
            seen << one.group;
        }
    QStringList names = pointers.keys();
    names.sort();
    for (const QString &name : names)
        out << pointerTo(name, pointers[name], out);
    return out;
}

bool leadsToGroup(const Alias &alias)
{
    return alias.routes.size() == 1 && alias.routes.first().upstream.isEmpty();
}

Price priceOf(const Alias &alias, const Route &route)
{
    return route.price == Price() ? alias.price : route.price;
}

bool shows(const Alias &found, const Alias &wanted)
{
    if (found.routes.size() != wanted.routes.size() || !told(wanted.contextTokens, found.contextTokens))
        return false;
    QList<Route> left = found.routes; // the order is the server's
    for (const Route &asked : wanted.routes) {
        const auto hit =
            std::ranges::find_if(left, [&](const Route &is) { return showsRoute(found, is, wanted, asked); });
        if (hit == left.end())
            return false;
        left.erase(hit);
    }
    return wanted.families.isEmpty() || leadsToGroup(wanted) || wanted.families == found.families;
}

} // namespace gateway::litellm
