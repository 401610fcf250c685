// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/usual.h"
#include "store/columns.h"
#include <algorithm>
#include <map>

namespace usage {

namespace {

constexpr int wholeDay = -1;
using DaySums = std::map<int, store::Sums>; // by hour of the day, or wholeDay
using Days = std::map<QDate, DaySums>;

Days daysOf(const QList<store::Quarter> &quarters, Step step, const QTimeZone &zone)
{
    Days days;
    for (const store::Quarter &quarter : quarters) {
        const QDateTime local = store::timeOf(quarter.start).toTimeZone(zone);
        days[local.date()][step == Step::Hour ? local.time().hour() : wholeDay] += quarter.sums;
    }
    return days;
}

std::optional<qint64> median(QList<qint64> values)
{
    if (values.size() < usualDays)
        return {};
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The median of each figure by itself; a figure that a day does not tell is not counted as zero.
std::optional<Totals> medianOf(const QList<store::Sums> &days)
{
    if (days.size() < usualDays)
        return {};
    const auto middle = [&days](qint64 store::Sums::*sum, qint64 store::Sums::*rows) {
        QList<qint64> values;
        for (const store::Sums &day : days)
            if (!rows || day.*rows || !day.requests)
                values << day.*sum;
        return median(values);
    };
    Totals totals;
    totals.requests = middle(&store::Sums::requests, nullptr).value_or(0);
    totals.errors = middle(&store::Sums::errors, nullptr).value_or(0);
    totals.inputTokens = middle(&store::Sums::input, &store::Sums::inputRows);
    totals.outputTokens = middle(&store::Sums::output, &store::Sums::outputRows);
    totals.cachedTokens = middle(&store::Sums::cached, &store::Sums::cachedRows);
    totals.costNanos = middle(&store::Sums::cost, &store::Sums::costRows);
    return totals;
}

QList<store::Sums> sameWeekdays(const Days &days, const QDate &date, int hour)
{
    QList<store::Sums> found;
    for (int week = 1; week <= usualWeeks; ++week) {
        const auto day = days.find(date.addDays(-7 * qint64{week}));
        if (day == days.end())
            continue;
        const auto sums = day->second.find(hour);
        found << (sums == day->second.end() ? store::Sums() : sums->second);
    }
    return found;
}

} // namespace

QList<Bucket> usualOf(
    const QList<store::Quarter> &before, const QList<QDateTime> &steps, Step step, const QTimeZone &zone)
{
    const Days days = daysOf(before, step, zone);
    QList<Bucket> usual;
    for (const QDateTime &start : steps) {
        const QDateTime local = start.toTimeZone(zone);
        const int hour = step == Step::Hour ? local.time().hour() : wholeDay;
        if (const auto totals = medianOf(sameWeekdays(days, local.date(), hour)))
            usual << Bucket{start, {}, *totals};
    }
    return usual;
}

} // namespace usage
