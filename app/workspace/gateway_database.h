// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <QDateTime>

namespace workspace {

// The database of the embedded gateway of a data dir.
QString gatewayDatabaseIn(const QString &dataDir);

// Why the embedded gateway could not start with this database (Damaged, TooNew, ...). Only looks.
Result<> checkGatewayDatabase(const QString &path);

// Renames a database of the embedded gateway of a data dir, so that it starts with a new one; gives its new name. Only
// where the user asked for it. Locked: a gateway runs.
Result<QString> moveGatewayDatabaseAside(const QString &dataDir, const QString &path, const QDateTime &now);

} // namespace workspace
