// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_row.h"
#include "gateway/bifrost/bifrost_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

// Whose limit it is. Without an owner it belongs to a provider, and is known by its own id.
void readOwner(JsonReader &row, Allowance &allowance)
{
    static const QList<std::pair<QLatin1StringView, QString>> owners{
        {"virtual_key_id"_L1, u"key"_s}, {"team_id"_L1, u"team"_s}, {"customer_id"_L1, u"organization"_s}};
    allowance.id = row.text("id"_L1);
    allowance.scope = u"provider"_s;
    for (const auto &[field, scope] : owners) {
        const QString owner = row.textOrEmpty(field);
        if (owner.isEmpty())
            continue;
        allowance.id = owner;
        allowance.scope = scope;
        return;
    }
}

void finish(Allowance &allowance)
{
    if (allowance.limitNanos && allowance.spentNanos)
        allowance.leftNanos = *allowance.limitNanos - *allowance.spentNanos;
}

void readBudget(JsonReader &row, QList<Allowance> &all)
{
    Allowance budget;
    readOwner(row, budget);
    budget.window = windowOf(row.textOrEmpty("reset_duration"_L1));
    budget.currency = u"USD"_s;
    budget.limitNanos = row.nanosOrNull("max_limit"_L1);
    budget.spentNanos = row.nanosOrNull("current_usage"_L1);
    if (const auto more = row.nanosOrNull("override_amount"_L1); more && budget.limitNanos)
        *budget.limitNanos += *more;
    finish(budget);
    all << budget;
}

struct Unit
{
    QString name;
    QLatin1StringView most;
    QLatin1StringView used;
    QLatin1StringView duration;
};

void readCounted(JsonReader &row, const Unit &unit, QList<Allowance> &all)
{
    const auto most = row.nanosOrNull(unit.most);
    if (!most)
        return;
    Allowance allowance;
    readOwner(row, allowance);
    allowance.window = windowOf(row.textOrEmpty(unit.duration));
    allowance.currency = unit.name;
    allowance.limitNanos = most;
    allowance.spentNanos = row.nanosOrNull(unit.used);
    finish(allowance);
    all << allowance;
}

void readRateLimit(JsonReader &row, QList<Allowance> &all)
{
    readCounted(
        row, {u"requests"_s, "request_max_limit"_L1, "request_current_usage"_L1, "request_reset_duration"_L1}, all);
    readCounted(row, {u"tokens"_s, "token_max_limit"_L1, "token_current_usage"_L1, "token_reset_duration"_L1}, all);
}

} // namespace

Result<QList<Allowance>> readBudgets(const QByteArray &body)
{
    return valuesOf<Allowance>(rowsOf(body, u"budgets"_s, {"budgets"_L1}), readBudget);
}

Result<QList<Allowance>> readRateLimits(const QByteArray &body)
{
    return valuesOf<Allowance>(rowsOf(body, u"rate limits"_s, {"rate_limits"_L1}), readRateLimit);
}

} // namespace gateway::bifrost
