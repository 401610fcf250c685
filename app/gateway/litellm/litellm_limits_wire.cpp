// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_limits.h"
#include "gateway/litellm/litellm_scope.h"

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

Allowance with(Allowance one, std::optional<qint64> limit, std::optional<qint64> spent)
{
    one.limitNanos = limit;
    one.spentNanos = spent;
    if (limit && spent)
        one.leftNanos = std::max<qint64>(0, *limit - *spent);
    one.currency = u"USD"_s;
    return one;
}

// What keys, teams and users have in common.
Allowance budgetOf(Row &row, const QString &scope, QLatin1StringView id, QLatin1StringView name)
{
    Allowance one;
    one.scope = scope;
    one.id = row.text(id);
    one.name = row.word(name);
    if (one.name.isEmpty())
        one.name = one.id;
    one.window = windowOf(row.word("budget_duration"_L1));
    one.resetsAt = row.at("budget_reset_at"_L1);
    return with(one, row.nanos("max_budget"_L1), row.nanos("spend"_L1));
}

Result<AllowancePage> listOf(
    const QByteArray &body, QLatin1StringView field, const QString &scope, QLatin1StringView id, QLatin1StringView name)
{
    auto rows = rowsIn(body, u"budgets of every "_s + scope, field);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    AllowancePage page;
    for (Row &row : *rows) {
        const Allowance one = budgetOf(row, scope, id, name);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
        if (one.limitNanos)
            page.rows << one;
    }
    if (auto root = rowIn(body, scope)) // a bare list is the whole
        page.more = root->whole("page"_L1).value_or(1) < root->whole("total_pages"_L1).value_or(1);
    return page;
}

} // namespace

// A limit of 0.0 is none.
Result<Allowance> readProxySpend(const QByteArray &body)
{
    return rowIn(body, u"spend"_s).and_then([](Row root) -> Result<Allowance> {
        const auto spent = root.nanos("spend"_L1);
        auto limit = root.nanos("max_budget"_L1);
        if (!spent)
            root.refuse("spend"_L1, u"no number"_s);
        if (limit == 0)
            limit.reset();
        Allowance one;
        one.scope = u"account"_s;
        one.unlimited = !limit;
        return root.result(with(one, limit, spent));
    });
}

Result<AllowancePage> readTeams(const QByteArray &body)
{
    return listOf(body, "teams"_L1, u"team"_s, "team_id"_L1, "team_alias"_L1);
}

Result<AllowancePage> readUsers(const QByteArray &body)
{
    return listOf(body, "users"_L1, u"user"_s, "user_id"_L1, "user_alias"_L1);
}

Result<AllowancePage> readProviders(const QByteArray &body)
{
    return rowIn(body, u"provider budgets"_s).and_then([](Row root) -> Result<AllowancePage> {
        if (!root.raw()["providers"_L1].isObject())
            root.refuse("providers"_L1, u"no object"_s);
        Row providers = root.part("providers"_L1);
        AllowancePage page;
        for (const QString &name : providers.raw().keys()) {
            Row row = providers.part(QLatin1StringView(name.toLatin1()));
            Allowance one;
            one.scope = u"provider"_s;
            one.id = name;
            one.name = name;
            one.window = windowOf(row.word("time_period"_L1));
            one.resetsAt = row.at("budget_reset_at"_L1);
            page.rows << with(one, row.nanos("budget_limit"_L1), row.nanos("spend"_L1));
            root.adopt(row);
        }
        return root.result(page);
    });
}

QList<Allowance> allowancesOf(const QList<Key> &keys)
{
    QList<Allowance> out;
    for (const Key &key : keys)
        for (const Budget &budget : key.budgets) {
            Allowance one;
            one.scope = u"key"_s;
            one.id = key.id;
            one.name = key.name;
            one.window = budget.window;
            out << with(one, budget.nanos + budget.raiseNanos, budget.spentNanos);
        }
    return out;
}

} // namespace gateway::litellm
