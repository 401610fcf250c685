// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chart.h"
#include "kit/figure.h"
#include "kit/legend.h"
#include "usage/explorer.h"
#include <QTimeZone>

namespace pages {

// A local day as a stretch of UTC, and what of it is over.
struct Day
{
    QDateTime from; // UTC
    QDateTime to; // UTC, excluded
    QTimeZone zone = QTimeZone::utc();
    QDateTime now; // UTC

    int hours() const { return int((from.secsTo(to) + 3599) / 3600); } // 23 or 25 when clocks change
    int begun() const { return qBound(0, int(from.secsTo(now) / 3600) + 1, hours()); }
    QString name() const; // "Thursday"
};
Day dayOf(const QDateTime &now, const QTimeZone &zone);

// The five figures of a day. `hours` and `usual` are by hour, without groups; `usual` is empty before three such days.
struct Today
{
    kit::Reading spend, requests, errors, firstToken, lag;
};
Today untold(const QString &why); // dashes with the reason: unknown is not zero
Today todayOf(const usage::Totals &totals, const QList<usage::Bucket> &usual, const Day &day);

// One value an hour for a spark under a figure; NaN where the hour tells nothing.
QList<double> perHour(const QList<usage::Bucket> &hours, const Day &day, double (*value)(const usage::Totals &));

// Spend by hour, stacked by alias: the dearest five, the rest in one.
kit::StackData spendByHour(const QList<usage::Bucket> &byAlias, const QList<usage::Bucket> &usual, const Day &day);
QList<kit::LegendEntry> legendOf(const kit::StackData &data);

} // namespace pages
