// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QJsonObject>

namespace store {

// Named values that belong to the data dir, such as saved views ("view/usage/last week"). Empty object: none.
sql::Result<QJsonObject> setting(sql::Database &database, const QString &name);
// An empty object removes it.
sql::Result<> keepSetting(sql::Database &database, const QString &name, const QJsonObject &value);
// The names that begin with a prefix, sorted.
sql::Result<QStringList> settingNames(sql::Database &database, const QString &prefix);

} // namespace store
