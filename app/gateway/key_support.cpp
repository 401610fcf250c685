// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/key_support.h"

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

struct Setting
{
    Feature feature;
    const char *name;
    bool (*differs)(const Key &, const Key &);
};

template<auto Member>
bool differ(const Key &a, const Key &b)
{
    return a.*Member != b.*Member;
}

template<auto Member>
bool ratesDiffer(const Key &a, const Key &b)
{
    return a.rates.*Member != b.rates.*Member;
}

bool budgetsDiffer(const Key &a, const Key &b)
{
    Key one, other;
    one.budgets = a.budgets;
    other.budgets = b.budgets;
    return !sameSettings(one, other);
}

bool hasWindows(const Key &key)
{
    return std::any_of(
        key.budgets.begin(), key.budgets.end(), [](const Budget &b) { return b.window != "lifetime"_L1; });
}

bool hasRaise(const Key &key)
{
    return std::any_of(key.budgets.begin(), key.budgets.end(), [](const Budget &b) { return b.raiseNanos > 0; });
}

const QList<Setting> settings{
    {Feature::DisableKey, "enabled", differ<&Key::enabled>},
    {Feature::ModelScope, "the models of a key", differ<&Key::aliases>},
    {Feature::KeyExpiry, "the expiry of a key", differ<&Key::expiresAt>},
    {Feature::Budget, "a budget", budgetsDiffer},
    {Feature::BudgetWindows, "a budget that starts again",
        [](const Key &a, const Key &b) { return budgetsDiffer(a, b) && hasWindows(b); }},
    {Feature::BudgetRaise, "a budget raised for some time",
        [](const Key &a, const Key &b) { return budgetsDiffer(a, b) && (hasRaise(a) || hasRaise(b)); }},
    {Feature::SoftThresholds, "soft thresholds", differ<&Key::softPercents>},
    {Feature::FamilyScope, "endpoint families", differ<&Key::families>},
    {Feature::UpstreamScope, "upstreams", differ<&Key::upstreams>},
    {Feature::NetworkScope, "networks", differ<&Key::networks>},
    {Feature::GroupScope, "a group", differ<&Key::group>},
    {Feature::RequestRate, "requests a minute", ratesDiffer<&KeyRates::requestsPerMinute>},
    {Feature::TokenRate, "tokens a minute", ratesDiffer<&KeyRates::tokensPerMinute>},
    {Feature::ParallelCalls, "parallel calls", ratesDiffer<&KeyRates::parallel>},
    {Feature::ParallelCalls, "waiting for room", ratesDiffer<&KeyRates::waitMs>},
    {Feature::Passport, "a passport", differ<&Key::passport>},
};

} // namespace

Result<> writable(const Key &before, const Key &after, const Features &features)
{
    for (const Setting &setting : settings)
        if (!features.has(setting.feature) && setting.differs(before, after))
            return fail(FailureKind::Unsupported, QString::fromLatin1(setting.name));
    return {};
}

} // namespace gateway
