// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/schedule.h"
#include "store/rotation_schedules.h"
#include "store/store.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keys {

Due dueOf(const RotationSchedule &schedule, const QDate &today)
{
    const qint64 left = today.daysTo(schedule.next);
    if (left < 0)
        return Due::Overdue;
    if (left == 0)
        return Due::Today;
    return left <= soonDays ? Due::Soon : Due::Later;
}

QString nameOf(Due due)
{
    static const QStringList names{u"later"_s, u"soon"_s, u"today"_s, u"overdue"_s};
    return names.at(int(due));
}

QDate firstDay(const Key &key, int everyDays, const QDate &today)
{
    const std::optional<QDateTime> since = key.rotatedAt ? key.rotatedAt : key.createdAt;
    return (since ? since->toUTC().date() : today).addDays(everyDays);
}

Task<Result<QList<RotationSchedule>>> Schedules::all() const
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::schedulesOf(db, profile); };
    co_return co_await m_store.read(read);
}

Task<Result<>> Schedules::set(RotationSchedule schedule) const
{
    const auto write = [profile = m_profile, schedule](
                           sql::Database &db) { return store::putSchedule(db, profile, schedule); };
    co_return co_await m_store.write(write);
}

Task<Result<bool>> Schedules::remove(QString keyId) const
{
    const auto write = [profile = m_profile, keyId](
                           sql::Database &db) { return store::removeSchedule(db, profile, keyId); };
    co_return co_await m_store.write(write);
}

Task<Result<>> Schedules::rotated(QString oldId, QString newId, QString newName, QDate day) const
{
    const auto write = [=, profile = m_profile](sql::Database &db) {
        return store::scheduleRotated(db, profile, oldId, {newId, newName}, day);
    };
    co_return co_await m_store.write(write);
}

} // namespace keys
