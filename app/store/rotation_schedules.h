// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/rotation_schedule.h"
#include "sql/database.h"
#include <QList>

namespace store {

sql::Result<> putSchedule(sql::Database &database, const QString &profile, const RotationSchedule &schedule);
// True: there was one.
sql::Result<bool> removeSchedule(sql::Database &database, const QString &profile, const QString &keyId);
// The next one first.
sql::Result<QList<RotationSchedule>> schedulesOf(sql::Database &database, const QString &profile);

// The key was rotated on that day: its schedule moves on by its period and to the key that is there now; one that is for
// one time only ends. Nothing where there is none.
struct RotatedKey
{
    QString id;
    QString name;
};
sql::Result<> scheduleRotated(
    sql::Database &database, const QString &profile, const QString &oldId, const RotatedKey &now, const QDate &day);

} // namespace store
