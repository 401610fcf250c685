// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_state.h"
#include "store/columns.h"

namespace store {

sql::Result<QJsonObject> planApplied(sql::Database &database, const QString &profile)
{
    QJsonObject plan;
    const auto done = eachRow(
        database, "SELECT json FROM plan_applied WHERE profile=?",
        [&plan](const sql::Statement &row) { plan = jsonAt(row, 0); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return plan;
}

sql::Result<> keepPlanApplied(
    sql::Database &database, const QString &profile, const QJsonObject &plan, const QDateTime &now)
{
    return database.run(
        "INSERT OR REPLACE INTO plan_applied VALUES(?,?,?)", utf8(profile), microsOf(now), jsonText(plan));
}

} // namespace store
