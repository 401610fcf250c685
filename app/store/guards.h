// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/guard.h"
#include "sql/database.h"

namespace store {

// In order of their ids; of one profile.
sql::Result<QList<Guard>> guards(sql::Database &database, const QString &profile);
// The ids of the profiles that have some, or raised budgets that will have to be taken back.
sql::Result<QStringList> guardedProfiles(sql::Database &database);
// NotFound if there is none of this profile.
Result<Guard> guard(sql::Database &database, const QString &profile, qint64 id);
// A new one, or the new limits of that key's guard in the same window: what it did stays. Gives it with its id.
Result<Guard> putGuard(sql::Database &database, const Guard &guard);
sql::Result<> removeGuard(sql::Database &database, qint64 id);

// What it did, kept: the fields from warnedFor on.
sql::Result<> keepGuardState(sql::Database &database, const Guard &guard);
// The same if it still is in the phase it was read in. False: another program was faster.
sql::Result<bool> claimGuard(sql::Database &database, const Guard &was, const Guard &now);
// The same, and what it took from the key is the other guard's to give back.
sql::Result<bool> handGuard(sql::Database &database, const Guard &was, const Guard &now, const Guard &heir);

// What that key spent from `from` on, and those before it that it is the successor of.
sql::Result<GuardSpend> guardSpend(sql::Database &database, const Guard &guard, const QDateTime &from);

} // namespace store
