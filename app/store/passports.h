// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "sql/database.h"
#include <QHash>

// Who keys belong to, kept here where their gateway has no room for it.
namespace store {

// By the keys' ids.
sql::Result<QHash<QString, Passport>> passportsOf(sql::Database &database, const QString &profile);
// An empty one goes.
sql::Result<> putPassport(
    sql::Database &database, const QString &profile, const QString &keyId, const Passport &passport);

} // namespace store
