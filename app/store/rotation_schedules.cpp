// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rotation_schedules.h"
#include "store/columns.h"
#include <algorithm>

namespace store {

sql::Result<> putSchedule(sql::Database &database, const QString &profile, const RotationSchedule &schedule)
{
    return database.run(
        "INSERT OR REPLACE INTO rotation_schedule(profile, key_id, key, every_days, next) VALUES(?,?,?,?,?)",
        utf8(profile), utf8(schedule.keyId), utf8(schedule.key), std::int64_t(schedule.everyDays),
        utf8(schedule.next.toString(Qt::ISODate)));
}

sql::Result<bool> removeSchedule(sql::Database &database, const QString &profile, const QString &keyId)
{
    const auto done =
        database.run("DELETE FROM rotation_schedule WHERE profile=? AND key_id=?", utf8(profile), utf8(keyId));
    if (!done)
        return sql::fail(done.error());
    return database.changes() > 0;
}

sql::Result<QList<RotationSchedule>> schedulesOf(sql::Database &database, const QString &profile)
{
    QList<RotationSchedule> all;
    const auto take = [&all](const sql::Statement &row) {
        all << RotationSchedule{textAt(row, 0), textAt(row, 1), int(row.get<std::int64_t>(2)),
            QDate::fromString(textAt(row, 3), Qt::ISODate)};
    };
    const auto done = eachRow(database,
        "SELECT key_id, key, every_days, next FROM rotation_schedule WHERE profile=? ORDER BY next, key", take,
        utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<> scheduleRotated(
    sql::Database &database, const QString &profile, const QString &oldId, const RotatedKey &now, const QDate &day)
{
    const auto all = schedulesOf(database, profile);
    if (!all)
        return sql::fail(all.error());
    const auto found = std::ranges::find(*all, oldId, &RotationSchedule::keyId);
    if (found == all->cend())
        return {};
    if (const auto gone = removeSchedule(database, profile, oldId); !gone)
        return sql::fail(gone.error());
    const RotationSchedule next{now.id, now.name, found->everyDays, day.addDays(found->everyDays)};
    return next.everyDays > 0 ? putSchedule(database, profile, next) : sql::Result<>();
}

} // namespace store
