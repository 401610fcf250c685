// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/reach.h"
#include "domain/network.h"
#include "keys/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keys {

static bool meet(const QStringList &a, const QStringList &b)
{
    return std::ranges::any_of(a, [&b](const QString &one) { return b.contains(one); });
}

static bool wayLeft(const QStringList &upstreams, const Alias &alias)
{
    const auto goes = [&upstreams](const Route &route) { return upstreams.contains(route.upstream); };
    return upstreams.isEmpty() || alias.routes.isEmpty() || std::ranges::any_of(alias.routes, goes);
}

static bool spent(const Key &key, const QDateTime &now)
{
    return std::ranges::any_of(key.budgets, [&now](const Budget &budget) {
        const bool raised = budget.raiseNanos > 0 && (!budget.raiseUntil || *budget.raiseUntil > now);
        const qint64 most = budget.nanos + (raised ? budget.raiseNanos : 0);
        return budget.spentNanos && *budget.spentNanos >= most;
    });
}

QStringList admitted(const Key &key, const QStringList &addresses)
{
    if (key.networks.isEmpty())
        return addresses;
    QStringList out;
    for (const QString &address : addresses)
        if (std::ranges::any_of(key.networks, [&](const QString &network) { return covers(network, address); }))
            out << address;
    return out;
}

Reach scopeReach(const Key &key, const Alias &alias)
{
    if (!key.aliases.isEmpty() && !key.aliases.contains(alias.name))
        return {alias.name, ReachRule::NotInList};
    if (!wayLeft(key.upstreams, alias))
        return {alias.name, ReachRule::Upstream};
    if (!key.families.isEmpty() && !alias.families.isEmpty() && !meet(key.families, alias.families))
        return {alias.name, ReachRule::Family};
    return {alias.name, key.aliases.isEmpty() ? ReachRule::NoList : ReachRule::InList};
}

Reach reachOf(const Key &key, const Alias &alias, const Caller &caller)
{
    if (!key.enabled)
        return {alias.name, ReachRule::Disabled};
    if (key.expiresAt && *key.expiresAt <= caller.now)
        return {alias.name, ReachRule::Expired};
    if (!caller.addresses.isEmpty() && admitted(key, caller.addresses).isEmpty())
        return {alias.name, ReachRule::Network};
    const Reach scope = scopeReach(key, alias);
    return scope.allowed() && spent(key, caller.now) ? Reach{alias.name, ReachRule::Spent} : scope;
}

QList<Reach> reachOf(const Key &key, const QList<Alias> &catalog, const std::optional<Caller> &caller)
{
    QList<Reach> out;
    for (const Alias &alias : catalog)
        out << (caller ? reachOf(key, alias, *caller) : scopeReach(key, alias));
    std::ranges::stable_partition(out, &Reach::allowed);
    return out;
}

QString nameOf(ReachRule rule)
{
    static const QStringList names{u"no_list"_s, u"in_list"_s, u"disabled"_s, u"expired"_s, u"spent"_s, u"network"_s,
        u"not_in_list"_s, u"upstream"_s, u"family"_s};
    return names.value(qsizetype(rule));
}

QString wordsOf(ReachRule rule)
{
    switch (rule) {
    case ReachRule::NoList:
        return Words::tr("no list");
    case ReachRule::InList:
        return Words::tr("in the list");
    case ReachRule::Disabled:
        return Words::tr("the key is disabled");
    case ReachRule::Expired:
        return Words::tr("the key has expired");
    case ReachRule::Spent:
        return Words::tr("a budget is spent");
    case ReachRule::Network:
        return Words::tr("not from this address");
    case ReachRule::NotInList:
        return Words::tr("not in the list");
    case ReachRule::Upstream:
        return Words::tr("none of its upstreams");
    case ReachRule::Family:
        return Words::tr("none of its families");
    }
    return {};
}

} // namespace keys
