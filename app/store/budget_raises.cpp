// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/budget_raises.h"
#include "store/columns.h"

namespace store {

static BudgetRaise raiseAt(const sql::Statement &row)
{
    BudgetRaise raise;
    raise.id = row.get<std::int64_t>(0);
    raise.profile = textAt(row, 1);
    raise.keyId = textAt(row, 2);
    raise.key = textAt(row, 3);
    raise.window = textAt(row, 4);
    raise.beforeNanos = row.get<std::int64_t>(5);
    raise.raisedNanos = row.get<std::int64_t>(6);
    raise.until = timeOf(row.get<std::int64_t>(7));
    raise.by = textAt(row, 8);
    raise.failure = textAt(row, 9);
    return raise;
}

sql::Result<QList<BudgetRaise>> budgetRaises(sql::Database &database, const QString &profile)
{
    QList<BudgetRaise> found;
    const auto done = eachRow(
        database,
        "SELECT id, profile, key_id, key, window, before_nanos, raised_nanos, until, by, failure FROM budget_raise"
        " WHERE profile=? ORDER BY until, id",
        [&found](const sql::Statement &row) { found << raiseAt(row); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return found;
}

sql::Result<> putBudgetRaise(sql::Database &database, const BudgetRaise &raise)
{
    return database.run("INSERT INTO budget_raise(profile, key_id, key, window, before_nanos, raised_nanos, until, by)"
                        " VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(profile, key_id, window) DO UPDATE SET key=excluded.key,"
                        " raised_nanos=excluded.raised_nanos, until=excluded.until, by=excluded.by, failure=''",
        utf8(raise.profile), utf8(raise.keyId), utf8(raise.key), utf8(raise.window), std::int64_t(raise.beforeNanos),
        std::int64_t(raise.raisedNanos), microsOf(raise.until), utf8(raise.by));
}

sql::Result<> noteRaiseFailure(sql::Database &database, qint64 id, const QString &failure)
{
    return database.run("UPDATE budget_raise SET failure=? WHERE id=?", utf8(failure), std::int64_t(id));
}

sql::Result<> removeBudgetRaise(sql::Database &database, qint64 id)
{
    return database.run("DELETE FROM budget_raise WHERE id=?", std::int64_t(id));
}

} // namespace store
