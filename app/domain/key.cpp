// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/key.h"
#include <algorithm>

static bool sameBudgets(const QList<Budget> &a, const QList<Budget> &b)
{
    return std::ranges::equal(a, b, [](const Budget &x, const Budget &y) {
        return x.nanos == y.nanos && x.window == y.window && x.raiseNanos == y.raiseNanos
            && x.raiseUntil == y.raiseUntil;
    });
}

static bool sameScope(const Key &a, const Key &b)
{
    return a.aliases == b.aliases && a.families == b.families && a.upstreams == b.upstreams && a.networks == b.networks
        && a.group == b.group;
}

bool sameSettings(const Key &a, const Key &b)
{
    return a.id == b.id && a.name == b.name && sameScope(a, b) && sameBudgets(a.budgets, b.budgets)
        && a.rates == b.rates && a.softPercents == b.softPercents && a.expiresAt == b.expiresAt
        && a.enabled == b.enabled && a.passport == b.passport;
}

const Budget *tightestBudget(const Key &key)
{
    const Budget *worst = nullptr;
    const auto share = [](const Budget &budget) { return double(*budget.spentNanos) / double(budget.nanos); };
    for (const Budget &budget : key.budgets)
        if (budget.spentNanos && budget.nanos > 0 && (!worst || share(budget) > share(*worst)))
            worst = &budget;
    return worst;
}
