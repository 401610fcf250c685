// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_channel_wire.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

// The first thing an alias has no place for here; empty: none.
QString missingPart(const Alias &before, const Alias &after)
{
    if (!before.name.isEmpty() && !after.name.isEmpty() && before.name != after.name)
        return u"another name for an alias"_s;
    if (after.name.isEmpty())
        return {};
    if (before.families != after.families)
        return u"API families of an alias"_s;
    if (!after.fallbacks.isEmpty())
        return u"fallbacks of an alias"_s;
    if (before.contextTokens != after.contextTokens)
        return u"a longest input"_s;
    if (before.strategy != after.strategy && !after.strategy.isEmpty())
        return u"an order of routes: it follows from the channels' priorities and weights"_s;
    return {};
}

const Route *routeThrough(const Alias &alias, const QString &channel)
{
    const auto found = std::ranges::find(alias.routes, channel, &Route::upstream);
    return found == alias.routes.end() ? nullptr : &*found;
}

QStringList order(const Alias &alias, const Alias &among)
{
    QStringList channels;
    for (const Route &route : alias.routes)
        if (routeThrough(among, route.upstream))
            channels << route.upstream;
    return channels;
}

Result<> routesFit(const QList<Channel> &now, const Alias &before, const Alias &after)
{
    QStringList channels = order(after, after);
    if (channels.removeDuplicates() > 0)
        return fail(FailureKind::Input, u"a channel can serve an alias once only"_s);
    if (order(before, after) != order(after, before))
        return fail(FailureKind::Unsupported, u"an order of routes: it follows from the channels' priorities"_s);
    for (const Route &route : after.routes) {
        const auto channel = std::ranges::find(now, route.upstream, &Channel::name);
        if (channel == now.end() || !channel->serves)
            return fail(FailureKind::Input, u"no enabled channel is called \"%1\""_s.arg(route.upstream));
        const Route *was = routeThrough(before, route.upstream);
        const bool own = route.weight == channel->weight || (!was && route.weight == Route().weight);
        if (!own || route.times != RouteTimes() || route.price != Price())
            return fail(FailureKind::Unsupported, u"weight, times or price of one route: they are the channel's"_s);
    }
    return {};
}

Result<> unchanged(const QList<Channel> &now, const Alias &before, const Server &server)
{
    for (const Channel &channel : now) {
        const Route *was = routeThrough(before, channel.name);
        const bool is = channel.serves && channel.models.contains(before.name);
        if (is == bool(was) && (!was || was->model == channel.modelOf(before.name, server.followsChains())))
            continue;
        return fail(FailureKind::Conflict,
            u"somebody else changed what channel \"%1\" does with %2"_s.arg(channel.name, before.name));
    }
    return {};
}

Channel without(Channel channel, const QString &alias)
{
    channel.models.removeAll(alias);
    channel.mapping->remove(alias);
    return channel;
}

Channel with(Channel channel, const QString &alias, const QString &model)
{
    if (!channel.models.contains(alias))
        channel.models << alias;
    if (model == alias)
        channel.mapping->remove(alias);
    else
        (*channel.mapping)[alias] = model;
    return channel;
}

// Another alias of the channel that would reach another model then, as its mapping leads through this one; empty: none.
QString disturbed(const Channel &now, const Channel &wanted, const QString &alias, bool chains)
{
    for (const QString &other : now.models)
        if (other != alias && now.modelOf(other, chains) != wanted.modelOf(other, chains))
            return other;
    return {};
}

// What one channel would have to say; the channel as it is when nothing is to be written.
Result<Channel> wantedOf(const Channel &now, const QString &alias, const Route *route, const Server &server)
{
    const bool is = now.models.contains(alias);
    if (route ? is && now.modelOf(alias, server.followsChains()) == route->model : !is)
        return now;
    if (route && route->model.isEmpty())
        return fail(FailureKind::Input, u"the route through \"%1\" names no model"_s.arg(now.name));
    if (!now.mapping)
        return fail(FailureKind::Rejected,
            u"the model mapping of channel \"%1\" is no JSON: every call through it fails; repair it there first"_s.arg(
                now.name));
    const Channel wanted = route ? with(now, alias, route->model) : without(now, alias);
    if (wanted.models.isEmpty())
        return fail(FailureKind::Rejected,
            u"channel \"%1\" has no other model, and the gateway ignores an empty list: disable it there"_s.arg(
                now.name));
    const QString reached = route ? wanted.modelOf(alias, server.followsChains()) : QString();
    if (route && reached != route->model)
        return fail(
            FailureKind::Rejected, u"channel \"%1\" maps %2 on to \"%3\""_s.arg(now.name, route->model, reached));
    if (const QString other = disturbed(now, wanted, alias, server.followsChains()); !other.isEmpty())
        return fail(FailureKind::Rejected,
            u"on channel \"%1\" %2 is reached through %3 and would change too"_s.arg(now.name, other, alias));
    return wanted;
}

} // namespace

Result<QList<Channel>> planned(const QList<Channel> &now, const Alias &before, const Alias &after, const Server &server)
{
    if (const QString part = missingPart(before, after); !part.isEmpty())
        return fail(FailureKind::Unsupported, part);
    const QString alias = after.name.isEmpty() ? before.name : after.name;
    if (alias.isEmpty() || alias.contains(u','))
        return fail(FailureKind::Input, u"an alias needs a name without commas"_s);
    if (!after.name.isEmpty() && after.routes.isEmpty())
        return fail(FailureKind::Input, u"an alias needs at least one channel to serve it"_s);
    Alias was = before;
    was.name = alias;
    const auto fits = routesFit(now, before, after).and_then([&] { return unchanged(now, was, server); });
    if (!fits)
        return tl::unexpected<Failure>(fits.error());
    QList<Channel> plan;
    for (const Channel &channel : now) {
        if (!channel.serves)
            continue;
        const auto wanted = wantedOf(channel, alias, routeThrough(after, channel.name), server);
        if (!wanted)
            return tl::unexpected<Failure>(wanted.error());
        if (*wanted != channel)
            plan << *wanted;
    }
    return plan;
}

// Only the id and what changes: a body with more is refused, or taken for more than it is.
QByteArray channelBody(const Channel &wanted)
{
    QJsonObject mapping;
    for (auto entry = wanted.mapping->begin(); entry != wanted.mapping->end(); ++entry)
        mapping[entry.key()] = entry.value();
    const QByteArray text = mapping.isEmpty() ? QByteArray() : QJsonDocument(mapping).toJson(QJsonDocument::Compact);
    const QJsonObject body{
        {u"id"_s, wanted.id}, {u"models"_s, wanted.models.join(u',')}, {u"model_mapping"_s, QString::fromUtf8(text)}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace gateway::newapi
