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

} // namespace store
