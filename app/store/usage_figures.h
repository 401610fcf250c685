// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "store/usage_scope.h"
#include <QList>

namespace store {

// The sums of one name in one quarter hour.
struct Quarter
{
    std::int64_t start = 0; // microseconds UTC
    QString name;
    Sums sums;
};

// The scope's rows by quarter hours and a dimension, in order of time. Whole quarters come from the rollups when the
// scope has no condition of its own; the rest is added up from rows.
sql::Result<QList<Quarter>> quarters(sql::Database &database, const Scope &scope, Dimension dimension);

// The same, added up over all of the scope's time: `start` is 0.
sql::Result<QList<Quarter>> sumsByName(sql::Database &database, const Scope &scope, Dimension dimension);

// Sums of the scope by several dimensions at once, and by quarter hours where asked for; added up from rows.
struct GroupSums
{
    QStringList names; // one for each dimension
    Sums sums;
    qint64 bucket = 0; // quarter hours since 1970 when asked for, else 0: times bucketMicros its start
    qint64 samples = 0; // rows marked as sample
};
sql::Result<QList<GroupSums>> groups(
    sql::Database &database, const Scope &scope, const QList<Dimension> &dimensions, bool byQuarter);

// What only rows can tell.
struct Percentiles
{
    std::optional<qint64> firstTokenMs;
    std::optional<qint64> lagMs;
};
sql::Result<Percentiles> percentiles(sql::Database &database, const Scope &scope);
// Rows marked as sample.
sql::Result<qint64> sampleRows(sql::Database &database, const Scope &scope);

// A row and its place in the order, to read on from.
struct PlacedRow
{
    std::int64_t id = 0;
    UsageRecord row;
};
// Newest first, below an id.
sql::Result<QList<PlacedRow>> rowsBefore(
    sql::Database &database, const Scope &scope, std::optional<std::int64_t> id, qint64 count);
sql::Result<qint64> countRows(sql::Database &database, const Scope &scope);
// The time of the first row of a profile (empty: of all); empty: none.
sql::Result<std::optional<QDateTime>> firstRow(sql::Database &database, const QString &profile);

} // namespace store
