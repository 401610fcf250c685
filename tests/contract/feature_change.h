// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "gateway/features.h"

namespace contract {

using gateway::Feature;

// Names and windows that the gateway in question knows.
struct Hints
{
    QString alias = u"fast"_qs;
    QString lifetime = u"lifetime"_qs; // the window of a budget where the gateway has no such thing
    QString window = u"12h"_qs;
    QString group = u"vip"_qs;
    QString network = u"127.0.0.0/8"_qs;
    QString upstream = u"scripted"_qs;
};
inline const QDateTime farAway(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);

inline void changeRates(KeyRates &rates, Feature feature)
{
    if (feature == Feature::RequestRate)
        rates.requestsPerMinute = 60;
    if (feature == Feature::TokenRate)
        rates.tokensPerMinute = 60'000;
    if (feature == Feature::ParallelCalls)
        rates.parallel = 4;
}

inline void changeBudgets(Key &key, Feature feature, const Hints &hints)
{
    if (feature == Feature::Budget || feature == Feature::SoftThresholds)
        key.budgets = QList<Budget>{{7'000'000'000, hints.lifetime, {}}};
    if (feature == Feature::BudgetWindows)
        key.budgets = QList<Budget>{{7'000'000'000, hints.window, {}}};
    if (feature == Feature::BudgetRaise)
        key.budgets = QList<Budget>{{1'000'000'000, u"day"_qs, {}, 5'000'000'000, farAway}};
    if (feature == Feature::SoftThresholds)
        key.softPercents = {80};
}

// The key as it should be after the use of one feature.
inline Key changedBy(Key key, Feature feature, const Hints &hints)
{
    if (feature == Feature::DisableKey)
        key.enabled = !key.enabled;
    if (feature == Feature::ModelScope)
        key.aliases = QStringList{hints.alias};
    if (feature == Feature::KeyExpiry)
        key.expiresAt = farAway;
    if (feature == Feature::FamilyScope)
        key.families = QStringList{u"chat"_qs};
    if (feature == Feature::UpstreamScope)
        key.upstreams = QStringList{hints.upstream};
    if (feature == Feature::NetworkScope)
        key.networks = QStringList{hints.network};
    if (feature == Feature::GroupScope)
        key.group = hints.group;
    if (feature == Feature::Passport)
        key.passport.owner = u"search"_qs;
    changeBudgets(key, feature, hints);
    changeRates(key.rates, feature);
    return key;
}

inline bool changesKeys(Feature feature)
{
    return feature == Feature::DisableKey || (feature >= Feature::ModelScope && feature <= Feature::Passport);
}

inline bool sameBudgets(const QList<Budget> &a, const QList<Budget> &b)
{
    const auto same = [](const Budget &x, const Budget &y) {
        return x.nanos == y.nanos && x.window == y.window && x.raiseNanos == y.raiseNanos;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// Whether the gateway kept what was wanted of one feature. Lifetimes that are sent as a span may be off by a minute.
inline bool kept(const Key &wanted, const Key &found, Feature feature)
{
    switch (feature) {
    case Feature::DisableKey:
        return wanted.enabled == found.enabled;
    case Feature::ModelScope:
        return wanted.aliases == found.aliases;
    case Feature::KeyExpiry:
        return found.expiresAt && qAbs(wanted.expiresAt->secsTo(*found.expiresAt)) <= 60;
    case Feature::Budget:
    case Feature::BudgetWindows:
    case Feature::BudgetRaise:
        return sameBudgets(wanted.budgets, found.budgets);
    case Feature::SoftThresholds:
        return wanted.softPercents == found.softPercents;
    case Feature::GroupScope:
        return wanted.group == found.group;
    case Feature::Passport:
        return wanted.passport == found.passport;
    default:
        return wanted.families == found.families && wanted.upstreams == found.upstreams
            && wanted.networks == found.networks && wanted.rates == found.rates;
    }
}

} // namespace contract
