// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/figures.h"
#include "store/columns.h"
#include "usage/fields.h"
#include <map>
#include <QHash>

namespace usage {

namespace {

// Quarters come in order of time: the step of the one before is nearly always the step of this one.
class StepFinder
{
public:
    StepFinder(Step step, const QTimeZone &zone) : m_step(step), m_zone(zone) {}

    std::int64_t of(std::int64_t micros)
    {
        if (m_step != Step::None && (micros < m_start || micros >= m_end))
            find(store::timeOf(micros));
        return m_start;
    }

private:
    // Clocks change at whole local hours, so an hour is as long as an hour; a day is as long as it is.
    void find(const QDateTime &moment)
    {
        const QDateTime start = stepStart(moment, m_step, m_zone);
        const QDateTime next =
            m_step == Step::Day ? stepStart(start.addSecs(36 * qint64{3600}), m_step, m_zone) : start.addSecs(3600);
        m_start = store::microsOf(start);
        m_end = store::microsOf(next);
    }

    Step m_step;
    QTimeZone m_zone;
    std::int64_t m_start = 0;
    std::int64_t m_end = 0;
};

std::optional<qint64> told(qint64 sum, qint64 rows)
{
    return rows ? std::optional(sum) : std::nullopt;
}

std::optional<std::int64_t> microsOr(const QDateTime &time)
{
    return time.isValid() ? std::optional(store::microsOf(time)) : std::nullopt;
}

} // namespace

Result<store::Scope> scopeOf(const Query &query, const FilterMoment &moment)
{
    const auto filter = Filter::parse(query.filter, usageFields(), moment);
    if (!filter)
        return fail(FailureKind::Rejected, inWords(filter.error()));
    store::Scope scope;
    scope.profile = query.profile;
    scope.from = microsOr(query.from);
    scope.to = microsOr(query.to);
    scope.samples = query.samples;
    scope.where = filter->condition();
    return scope;
}

store::Dimension dimensionOf(GroupBy group)
{
    switch (group) {
    case GroupBy::None:
        return store::Dimension::All;
    case GroupBy::Alias:
        return store::Dimension::Alias;
    case GroupBy::Key:
        return store::Dimension::Key;
    case GroupBy::Model:
        return store::Dimension::Model;
    case GroupBy::Upstream:
        return store::Dimension::Upstream;
    case GroupBy::Status:
        return store::Dimension::Status;
    }
    return store::Dimension::All;
}

Totals totalsOf(const store::Sums &sums)
{
    Totals totals;
    totals.requests = sums.requests;
    totals.errors = sums.errors;
    totals.inputTokens = told(sums.input, sums.inputRows);
    totals.outputTokens = told(sums.output, sums.outputRows);
    totals.cachedTokens = told(sums.cached, sums.cachedRows);
    totals.costNanos = told(sums.cost, sums.cost != 0 ? 1 : sums.costRows); // refunds alone are spend too
    totals.unknownCostRows = sums.requests - sums.costRows;
    return totals;
}

QDateTime stepStart(const QDateTime &moment, Step step, const QTimeZone &zone)
{
    if (step == Step::Day)
        return moment.toTimeZone(zone).date().startOfDay(zone).toUTC();
    if (step == Step::None)
        return {};
    const qint64 utc = moment.toSecsSinceEpoch();
    const qint64 local = utc + zone.offsetFromUtc(moment);
    return QDateTime::fromSecsSinceEpoch(utc - (local - store::floorDiv(local, 3600) * 3600), Qt::UTC);
}

QList<QDateTime> stepsBetween(const QDateTime &from, const QDateTime &to, Step step, const QTimeZone &zone)
{
    QList<QDateTime> steps;
    if (step == Step::None)
        return steps;
    QDateTime at = stepStart(from, step, zone);
    while (at < to) {
        steps << at;
        // From the middle of the next step, so that no change of the clock repeats or skips one.
        at = stepStart(at.addSecs(step == Step::Day ? 36 * 3600 : 3600), step, zone);
    }
    return steps;
}

QList<Bucket> bucketsOf(const QList<store::Quarter> &quarters, Step step, const QTimeZone &zone)
{
    StepFinder starts(step, zone);
    std::map<std::int64_t, QHash<QString, store::Sums>> steps;
    for (const store::Quarter &quarter : quarters)
        steps[starts.of(quarter.start)][quarter.name] += quarter.sums;
    QList<Bucket> buckets;
    for (const auto &[start, groups] : steps) {
        QStringList names = groups.keys();
        names.sort();
        for (const QString &name : names)
            buckets << Bucket{step == Step::None ? QDateTime() : store::timeOf(start), name, totalsOf(groups[name])};
    }
    return buckets;
}

store::Sums sumOf(const QList<store::Quarter> &quarters)
{
    store::Sums sum;
    for (const store::Quarter &quarter : quarters)
        sum += quarter.sums;
    return sum;
}

QList<QList<qint64>> hoursOfWeekOf(const QList<store::Quarter> &quarters, const QTimeZone &zone)
{
    QList<QList<qint64>> hours(7, QList<qint64>(24, 0));
    for (const store::Quarter &quarter : quarters) {
        const QDateTime local = store::timeOf(quarter.start).toTimeZone(zone);
        hours[local.date().dayOfWeek() - 1][local.time().hour()] += quarter.sums.requests;
    }
    return hours;
}

} // namespace usage
