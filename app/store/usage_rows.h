// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "store/fault.h"
#include <QList>

namespace store {

// How rows came here.
struct Arrival
{
    QString profile;
    QDateTime at; // first seen, UTC
    std::optional<QDateTime> levelUntil; // everything before this was here already: only later rows tell a record lag
    std::optional<qint64> import; // number of the import they belong to
};

struct Written
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 same = 0;

    friend bool operator==(const Written &, const Written &) = default;
};

// Adds rows, or changes those that are there (same profile and source id) and differ; a row that came by sync is not
// changed by an import. Keeps the rollups level in the same transaction. Rejected names the row that has no usable time.
Result<Written> putUsage(sql::Database &database, const Arrival &arrival, const QList<UsageRecord> &rows);

// The columns of a row and how they are read, for queries that list rows.
extern const std::string usageColumns;
constexpr int usageColumnCount = 21;
UsageRecord usageAt(const sql::Statement &row);

// The row of a request, looked for from a time on (invalid: everywhere). Empty: not here yet.
sql::Result<std::optional<UsageRecord>> usageOfRequest(
    sql::Database &database, const QString &profile, const QString &requestId, const QDateTime &from);

} // namespace store
