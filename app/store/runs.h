// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/run_report.h"
#include "store/fault.h"

namespace store {

// Adds the run, or replaces the one with its id: a run is kept while it goes on and again at its end.
sql::Result<> saveRun(sql::Database &database, const RunReport &run);
// Newest first.
sql::Result<QList<RunReport>> recentRuns(sql::Database &database, int count);
// By id, or by the beginning of one when no other run begins so. NotFound; Rejected when several do.
Result<RunReport> findRun(sql::Database &database, const QString &id);

} // namespace store
