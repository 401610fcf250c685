// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/live_gateway.h"

// Aliases used once on a gateway that remembers; what a write left behind is read back.
namespace contract {

inline std::optional<Failure> said(FailureKind kind, const QString &detail = {})
{
    return Failure{kind, detail, 0};
}

inline std::optional<Failure> unless(bool good, const QString &detail)
{
    return good ? std::nullopt : said(FailureKind::Decode, detail);
}

inline std::optional<Failure> writeAlias(LiveGateway &f, const Alias &before, const Alias &after)
{
    return f.failureOf(finished(f.admin->aliases()->write(before, after), std::chrono::seconds(90)));
}

// The change that a feature of aliases allows, on one that has routes.
inline Alias changedAlias(Alias alias, Feature feature, const QList<Alias> &all)
{
    if (feature == Feature::AliasPrices)
        alias.price.inputNanos = alias.price.inputNanos.value_or(0) + 150'000'000;
    if (feature == Feature::AliasFallbacks)
        alias.fallbacks = QStringList{all.first().name == alias.name ? all.last().name : all.first().name};
    return alias;
}

inline const Alias *aliasOf(const QList<Alias> &all, const QString &name)
{
    const auto found = std::ranges::find(all, name, &Alias::name);
    return found == all.end() ? nullptr : &*found;
}

inline Result<QList<Alias>> aliases(LiveGateway &f)
{
    const auto all = finished(f.admin->aliases()->all(), std::chrono::seconds(20));
    for (const Alias &alias : all.value_or(QList<Alias>()))
        f.seen.note(alias);
    return all;
}

// Written as `after`, read again as `after`. An empty one: there is none of that name.
inline std::optional<Failure> aliasBecomes(LiveGateway &f, const Alias &before, const Alias &after)
{
    if (const auto failure = writeAlias(f, before, after))
        return failure;
    const auto all = aliases(f);
    if (!all)
        return f.failureOf(all);
    const Alias *found = aliasOf(*all, after.name.isEmpty() ? before.name : after.name);
    const bool same = found && found->fallbacks == after.fallbacks && found->price == after.price;
    return unless(after.name.isEmpty() ? !found : same, QStringLiteral("the gateway did not keep what was written"));
}

// One is made like another, and removed.
inline std::optional<Failure> editAliases(LiveGateway &f, const Alias &like)
{
    Alias added;
    added.name = QStringLiteral("suite-alias");
    for (const Route &route : like.routes)
        added.routes << Route{route.upstream, route.model};
    if (const auto failure = writeAlias(f, Alias(), added))
        return failure;
    const auto all = aliases(f);
    if (!all)
        return f.failureOf(all);
    const Alias *made = aliasOf(*all, added.name);
    return made ? aliasBecomes(f, *made, Alias()) : unless(false, QStringLiteral("the new alias is not listed"));
}

inline std::optional<Failure> useAliases(LiveGateway &f, Feature feature)
{
    const auto all = aliases(f);
    if (!all)
        return f.failureOf(all);
    if (all->isEmpty() || feature == Feature::ListAliases)
        return unless(!all->isEmpty(), QStringLiteral("no aliases"));
    const QString name = f.fake.suite()[QLatin1StringView("editable_alias")].toString(f.hints.alias);
    const Alias *known = aliasOf(*all, name);
    const Alias alias = known ? *known : all->first();
    return feature == Feature::EditAliases ? editAliases(f, alias)
                                           : aliasBecomes(f, alias, changedAlias(alias, feature, *all));
}

} // namespace contract
