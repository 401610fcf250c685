// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_model_wire.h"
#include "gateway/litellm/litellm_scope.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

// USD per token: the nearest double of the exact decimal text.
QJsonValue perToken(std::optional<qint64> nanosPerMillion)
{
    return nanosPerMillion ? QJsonValue(u"%1e-15"_s.arg(*nanosPerMillion).toDouble()) : QJsonValue();
}

QJsonObject priceJson(const Price &price)
{
    return {{u"input_cost_per_token"_s, perToken(price.inputNanos)},
        {u"output_cost_per_token"_s, perToken(price.outputNanos)},
        {u"cache_read_input_token_cost"_s, perToken(price.cachedNanos)}};
}

QJsonObject paramsJson(const Alias &alias, const Route &route)
{
    QJsonObject out = priceJson(priceOf(alias, route));
    out[u"weight"_s] = route.weight;
    out[u"timeout"_s] = route.times.total > 0 ? QJsonValue(double(route.times.total) / 1000) : QJsonValue();
    return out;
}

QJsonObject infoJson(const Alias &alias)
{
    const QString mode = alias.families.isEmpty() ? QString() : modeOf(alias.families.first());
    return {{u"mode"_s, mode.isEmpty() ? QJsonValue() : QJsonValue(mode)},
        {u"max_input_tokens"_s, alias.contextTokens ? QJsonValue(*alias.contextTokens) : QJsonValue()}};
}

QJsonObject withoutNulls(QJsonObject object)
{
    for (const QString &name : object.keys())
        if (object[name].isNull())
            object.remove(name);
    return object;
}

QJsonObject difference(const QJsonObject &before, QJsonObject after)
{
    for (auto field = before.begin(); field != before.end(); ++field)
        if (after[field.key()] == field.value())
            after.remove(field.key());
    return after;
}

bool onlyTotal(const RouteTimes &times)
{
    return times.connect == 0 && times.firstByte == 0 && times.idle == 0;
}

QString unheldPointer(const Alias &after)
{
    if (!after.fallbacks.isEmpty())
        return u"fallbacks of a name that leads to a model group; give them to the group"_s;
    return after.routes.first().model.isEmpty() ? u"a name that leads nowhere"_s : QString();
}

} // namespace

QJsonObject deploymentJson(const Alias &alias, const Route &route, const QString &id, bool storedCredential)
{
    QJsonObject params = withoutNulls(paramsJson(alias, route));
    if (route.weight == 1)
        params.remove(u"weight"_s);
    params[u"model"_s] = route.model;
    params[storedCredential ? u"litellm_credential_name"_s : u"api_base"_s] = route.upstream;
    QJsonObject info = withoutNulls(infoJson(alias));
    info[u"id"_s] = id; // our own: sent twice, it makes no second one
    return {{u"model_name"_s, alias.name}, {u"litellm_params"_s, params}, {u"model_info"_s, info}};
}

QJsonObject deploymentChange(const Alias &before, const Route &was, const Alias &after, const Route &is)
{
    QJsonObject out;
    const QJsonObject params = difference(paramsJson(before, was), paramsJson(after, is));
    const QJsonObject info = difference(infoJson(before), infoJson(after));
    if (!params.isEmpty())
        out[u"litellm_params"_s] = params;
    if (!info.isEmpty())
        out[u"model_info"_s] = info;
    return out;
}

QString unheld(const Alias &before, const Alias &after)
{
    if (after.name.isEmpty())
        return {};
    if (!before.name.isEmpty() && before.name != after.name)
        return u"another name for an alias; make a new one and remove this"_s;
    if (after.routes.isEmpty())
        return u"an alias without routes"_s;
    if (!before.name.isEmpty() && leadsToGroup(before) != leadsToGroup(after))
        return u"a model group in place of a name that leads to one; remove the one first"_s;
    if (leadsToGroup(after))
        return unheldPointer(after);
    if (!after.strategy.isEmpty() && before.strategy != after.strategy)
        return u"a strategy of one alias; the router has one for all"_s;
    for (const Route &route : after.routes)
        if (!onlyTotal(route.times) || route.upstream.isEmpty())
            return route.upstream.isEmpty() ? u"a route without an upstream"_s
                                            : u"limits of a route's time other than the whole"_s;
    const bool sameFamilies = before.families == after.families || after.families.isEmpty();
    if (!sameFamilies && (after.families.size() > 1 || modeOf(after.families.first()).isEmpty()))
        return u"the families "_s + after.families.join(u", "_s);
    return {};
}

} // namespace gateway::litellm
