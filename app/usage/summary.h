// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"
#include "usage/figures.h"

namespace usage {

// What the rows of a summary stand for.
enum class SummaryBy { Key, Alias, Model, Upstream, Family, Status, Day, Hour };

struct SummaryRow
{
    QStringList names; // one for each group asked for; a day as 2026-11-22, an hour as 2026-11-22T10:00+05:45 or ...Z
    Totals totals; // sums and sample rows, no percentiles

    friend bool operator==(const SummaryRow &, const SummaryRow &) = default;
};

// "key,alias,day"; Rejected names the word that is no group.
Result<QList<SummaryBy>> summaryGroups(const QString &text);
QString nameOf(SummaryBy group);

// The sums of a query by groups, in order of the groups' names. Days and hours are the moment's zone's own.
Task<Result<QList<SummaryRow>>> summary(store::Store &store, Query query, QList<SummaryBy> groups, FilterMoment moment);

// A page of a query's rows, newest first.
struct RowPage
{
    QList<UsageRecord> rows;
    QString next; // cursor; empty: that was the last page
};
// Rejected: a cursor that is none, or a filter that is not understood.
Task<Result<RowPage>> rowPage(store::Store &store, Query query, QString cursor, qint64 limit, FilterMoment moment);

// What is known to be missing.
Task<Result<QList<Gap>>> gaps(store::Store &store, QString profile);

} // namespace usage
