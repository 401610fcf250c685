// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/usage_rows.h"

namespace store {

// How far one profile's usage is level with its gateway.
struct SyncState
{
    QString cursor; // where to read on: everything before it is final and here
    std::optional<QDateTime> newest; // time of the newest row that came
    std::optional<QDateTime> syncedAt; // of the last complete sync
    std::optional<Failure> failure; // of the last sync
    std::optional<QDateTime> rereadAt; // when the newest days were last read once more

    friend bool operator==(const SyncState &, const SyncState &) = default;
};
// A profile that was never synced has an empty state.
sql::Result<SyncState> syncState(sql::Database &database, const QString &profile);

// Who may sync a profile now.
struct Lease
{
    QString owner; // an id made for one sync
    qint64 pid = 0;
    QDateTime expires;

    friend bool operator==(const Lease &, const Lease &) = default;
};
// Takes or renews the lease. Locked names the process that holds it; one that is gone or late holds nothing.
Result<> takeLease(sql::Database &database, const QString &profile, const Lease &mine, const QDateTime &now);
sql::Result<> dropLease(sql::Database &database, const QString &profile, const QString &owner);

// A page of rows and the cursor that is true once they are kept.
struct PageToKeep
{
    Arrival arrival;
    Lease lease;
    QString expected; // the cursor the page was asked for with; another one in the store: Conflict
    QString next;
    std::optional<QDateTime> newest;
    QList<UsageRecord> rows;
};
// Rows, rollups, cursor and the renewed lease in one go.
Result<Written> keepPage(sql::Database &database, const PageToKeep &page);
// Rows that are read once more, and the renewed lease: the cursor stays.
Result<Written> keepAgain(sql::Database &database, const PageToKeep &page);
// All of them were.
sql::Result<> keepReread(sql::Database &database, const QString &profile, const QDateTime &now);
// The sync came to the end: the gaps that failures left are filled.
sql::Result<> keepLevel(sql::Database &database, const QString &profile, const QDateTime &now);
// The sync failed: rows since the last complete one are missing until it is made up for.
sql::Result<> keepSyncFailure(
    sql::Database &database, const QString &profile, const Failure &failure, const QDateTime &now);

} // namespace store
