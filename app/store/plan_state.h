// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QDateTime>
#include <QJsonObject>

namespace store {

// The declared state that was last applied to a profile; empty: none was.
sql::Result<QJsonObject> planApplied(sql::Database &database, const QString &profile);
sql::Result<> keepPlanApplied(
    sql::Database &database, const QString &profile, const QJsonObject &plan, const QDateTime &now);

} // namespace store
