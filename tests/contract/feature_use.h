// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/alias_use.h"

// Each feature used once on a gateway that remembers; what a write left behind is read back.
namespace contract {

inline Result<gateway::IssuedKey> madeKey(LiveGateway &f, Feature why)
{
    Key wanted;
    wanted.name = QStringLiteral("suite/%1").arg(int(why));
    const auto issued = finished(f.admin->keys()->create(wanted), std::chrono::seconds(20));
    if (issued)
        f.seen.note(issued->key);
    return issued;
}

// A key to try something on: a new one, or where none can be made the first there is.
inline Result<Key> someKey(LiveGateway &f, Feature why)
{
    if (f.has(Feature::CreateKey))
        return madeKey(f, why).map([](const gateway::IssuedKey &issued) { return issued.key; });
    const auto all = f.keys();
    if (!all)
        return fail(all.error().kind, all.error().detail);
    return all->isEmpty() ? Key() : all->first();
}

inline std::optional<Failure> change(LiveGateway &f, const Key &before, Feature feature)
{
    const Key wanted = changedBy(before, feature, f.hints);
    if (const auto failure = f.failureOf(finished(f.admin->keys()->write(before, wanted), std::chrono::seconds(20))))
        return failure;
    const auto found = f.find(before.id);
    if (!found)
        return found.error();
    return unless(kept(wanted, *found, feature), QStringLiteral("the gateway did not keep what was written"));
}

inline std::optional<Failure> create(LiveGateway &f)
{
    const auto issued = madeKey(f, Feature::CreateKey);
    if (!issued)
        return f.failureOf(issued);
    return unless(!issued->secret.isEmpty() && !issued->key.id.isEmpty(), QStringLiteral("no secret or no id"));
}

inline std::optional<Failure> rotate(LiveGateway &f)
{
    const auto key = someKey(f, Feature::RotateKey);
    if (!key)
        return f.failureOf(key);
    return f.failureOf(finished(f.admin->keys()->rotate(*key, std::chrono::hours(1)), std::chrono::seconds(20)));
}

inline std::optional<Failure> reveal(LiveGateway &f)
{
    if (!f.has(Feature::CreateKey) || !f.has(Feature::RevealKey)) {
        const auto key = someKey(f, Feature::RevealKey);
        return f.failureOf(finished(f.admin->keys()->secretOf(key.value_or(Key()))));
    }
    const auto issued = madeKey(f, Feature::RevealKey);
    if (!issued)
        return f.failureOf(issued);
    const auto secret = finished(f.admin->keys()->secretOf(issued->key));
    if (!secret)
        return f.failureOf(secret);
    return unless(*secret == issued->secret, QStringLiteral("another secret than it was made with"));
}

inline std::optional<Failure> removed(LiveGateway &f, const Key &key)
{
    if (const auto failure = f.failureOf(finished(f.admin->keys()->remove(key), std::chrono::seconds(20))))
        return failure;
    const auto found = f.failureOf(f.find(key.id));
    return unless(found && found->kind == FailureKind::NotFound, QStringLiteral("it is still there"));
}

inline std::optional<Failure> useKeys(LiveGateway &f, Feature feature)
{
    if (feature == Feature::ListKeys)
        return f.failureOf(f.keys());
    if (feature == Feature::CreateKey)
        return create(f);
    if (feature == Feature::RotateKey)
        return rotate(f);
    if (feature == Feature::RevealKey)
        return reveal(f);
    const auto key = someKey(f, feature);
    if (!key)
        return f.failureOf(key);
    return feature == Feature::DeleteKey ? removed(f, *key) : change(f, *key, feature);
}

inline std::optional<Failure> useUsage(LiveGateway &f, Feature feature)
{
    gateway::UsageSource &usage = *f.admin->usage();
    if (feature == Feature::UsageRows)
        return f.failureOf(finished(usage.after({}), std::chrono::seconds(20)));
    if (feature == Feature::UsageTotals)
        return f.failureOf(finished(usage.totals(f.clock.now().addDays(-1), f.clock.now()), std::chrono::seconds(20)));
    const auto row =
        f.failureOf(finished(usage.byRequest(QStringLiteral("no-such-request")), std::chrono::seconds(20)));
    return row && row->kind == FailureKind::NotFound ? std::nullopt : row; // found ones have a test of their own
}

inline std::optional<Failure> useAllowances(LiveGateway &f)
{
    const auto allowances = finished(f.admin->limits()->allowances(), std::chrono::seconds(20));
    for (const Allowance &one : allowances.value_or(QList<Allowance>()))
        f.seen.note(one);
    return allowances ? unless(!allowances->isEmpty(), QStringLiteral("no allowance")) : f.failureOf(allowances);
}

inline std::optional<Failure> use(LiveGateway &f, Feature feature)
{
    const auto without = said(FailureKind::Unsupported);
    if (feature >= Feature::ListAliases && feature <= Feature::AliasFallbacks) {
        const bool may =
            feature == Feature::ListAliases || feature == Feature::EditAliases || f.has(Feature::EditAliases);
        return f.admin->aliases() && may ? useAliases(f, feature) : without;
    }
    if (feature == Feature::Allowances)
        return f.admin->limits() ? useAllowances(f) : without;
    if (feature >= Feature::UsageRows)
        return f.admin->usage() ? useUsage(f, feature) : without;
    return f.admin->keys() ? useKeys(f, feature) : without;
}

// What every reading call answers now.
inline QList<std::optional<Failure>> fatesOfReads(LiveGateway &f)
{
    QList<std::optional<Failure>> all;
    if (gateway::Keys *keys = f.admin->keys(); keys && f.has(Feature::ListKeys))
        all << f.failureOf(finished(keys->after({}), std::chrono::seconds(20)));
    if (gateway::Aliases *aliases = f.admin->aliases(); aliases && f.has(Feature::ListAliases))
        all << f.failureOf(finished(aliases->all(), std::chrono::seconds(20)));
    if (gateway::UsageSource *usage = f.admin->usage(); usage && f.has(Feature::UsageRows))
        all << f.failureOf(finished(usage->after({}), std::chrono::seconds(20)));
    if (gateway::Limits *limits = f.admin->limits(); limits && f.has(Feature::Allowances))
        all << f.failureOf(finished(limits->allowances(), std::chrono::seconds(20)));
    return all;
}

} // namespace contract
