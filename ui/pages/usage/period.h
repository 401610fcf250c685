// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/query.h"

namespace pages {

enum class Range { Today, Week, Month, Custom };

// A stretch of days as a person picks it.
struct Period
{
    Range range = Range::Month;
    QDate first; // of Range::Custom, both included
    QDate last;

    friend bool operator==(const Period &, const Period &) = default;
};

// The same as moments, UTC. It ends with the step that `now` is in, never later.
struct Span
{
    QDateTime from;
    QDateTime to; // excluded
    usage::Step step = usage::Step::Day; // hours up to two days
    QList<QDateTime> marks; // the start of each step

    friend bool operator==(const Span &, const Span &) = default;
};

Span spanOf(const Period &period, const QTimeZone &zone, const QDateTime &now);
// As long before, and as far into its last step: what a comparison is made with.
Span spanBefore(const Span &span, const QTimeZone &zone, const QDateTime &now);
QDateTime endOf(const Span &span, qsizetype mark);
qsizetype markOf(const Span &span, const QDateTime &moment); // -1: outside

QString markName(const QDateTime &start, usage::Step step, const QTimeZone &zone); // "18 Jun", "14:00"
QString momentName(const QDateTime &moment, const QTimeZone &zone, const QDateTime &now); // "14:32:05", "18 Jun 14:32"
QString comparedWith(Range range); // "on the 30 days before"

} // namespace pages
