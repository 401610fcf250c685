// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/profile.h"
#include "store/fault.h"
#include <QList>

namespace store {

// By name.
sql::Result<QList<Profile>> profiles(sql::Database &database);
// Adds or replaces the profile with this id. A name that another one has: Conflict. A default one is the only default.
Result<> saveProfile(sql::Database &database, const Profile &profile);
// What the gateway told. False: nothing was kept, since there is one already, or no such profile.
sql::Result<bool> keepUserId(sql::Database &database, const QString &id, const QString &userId);
// With its cached keys, sync state, gaps and usage rows; journal and runs stay. False: there was none.
sql::Result<bool> removeProfile(sql::Database &database, const QString &id);
// NotFound when there is none with this id.
Result<> makeDefault(sql::Database &database, const QString &id);

} // namespace store
