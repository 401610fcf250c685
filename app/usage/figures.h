// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "store/usage_figures.h"
#include "usage/filter.h"
#include "usage/query.h"

// From the store's sums to what views show. Pure, but for what takes a database.
namespace usage {

// The rows of a query; Rejected says where its filter is not understood.
Result<store::Scope> scopeOf(const Query &query, const FilterMoment &moment);
store::Dimension dimensionOf(GroupBy group);

Totals totalsOf(const store::Sums &sums);
// Where the step begins that a moment lies in, in a zone's own days and hours. UTC. Invalid with Step::None.
QDateTime stepStart(const QDateTime &moment, Step step, const QTimeZone &zone);
// The beginnings of all steps in [from, to): a chart's axis, also where no row lies. A day has 23 to 25 hours.
QList<QDateTime> stepsBetween(const QDateTime &from, const QDateTime &to, Step step, const QTimeZone &zone);

// By step and group, in order of time and name; steps without rows are left out.
QList<Bucket> bucketsOf(const QList<store::Quarter> &quarters, Step step, const QTimeZone &zone);
store::Sums sumOf(const QList<store::Quarter> &quarters);
// Requests by hour of the week: 7 rows, Monday first, of 24.
QList<QList<qint64>> hoursOfWeekOf(const QList<store::Quarter> &quarters, const QTimeZone &zone);

} // namespace usage
