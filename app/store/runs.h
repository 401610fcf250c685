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

// What one check of a run said, without its reasons.
struct CheckLine
{
    QString run; // id
    QDateTime started; // the run, UTC
    QString check;
    QString alias;
    Outcome outcome = Outcome::Passed;

    friend bool operator==(const CheckLine &, const CheckLine &) = default;
};
// Those that are about an alias, of the runs of the profile with this id that began since then; the newest run first.
sql::Result<QList<CheckLine>> checkLines(sql::Database &database, const QString &profileId, const QDateTime &from);

} // namespace store
