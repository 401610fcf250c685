// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/course.h"
#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QHash>

namespace pages {

struct CourseWords
{
    Q_DECLARE_TR_FUNCTIONS(CourseWords)
};

constexpr qsizetype mostSeries = 11;

// Idle steps are zero, steps of which nothing is known are not.
static QList<double> ground(const Shown &shown)
{
    QList<double> out;
    for (qsizetype i = 0; i < shown.span.marks.size(); ++i) {
        const bool known = missing(shown.ground, shown.span.marks.at(i), endOf(shown.span, i)).isEmpty();
        out << (known ? 0.0 : std::nan(""));
    }
    return out;
}

static void put(double &at, double value)
{
    at = std::isnan(at) ? value : at + value;
}

static void add(Course &course, qsizetype mark, const usage::Totals &totals, Measure measure)
{
    const auto value = amount(totals, measure);
    if (!value) {
        if (totals.requests > 0 && course.values.at(mark) == 0)
            course.values[mark] = std::nan(""); // calls, but none with a figure
        return;
    }
    put(course.values[mark], *value);
    course.total = course.total.value_or(0) + *value;
}

static Course sumOf(const QList<Course> &rest, const QList<double> &empty)
{
    Course out{{}, CourseWords::tr("other (%n)", nullptr, int(rest.size())), empty, {}};
    for (const Course &course : rest) {
        for (qsizetype i = 0; i < empty.size(); ++i)
            if (!std::isnan(course.values.at(i)) && course.values.at(i) != 0)
                put(out.values[i], course.values.at(i));
        if (course.total)
            out.total = out.total.value_or(0) + *course.total;
    }
    return out;
}

Courses coursesOf(const Shown &shown)
{
    const QList<double> empty = ground(shown);
    Courses out{{}, QList<qint64>(shown.span.marks.size(), 0)};
    QHash<QString, qsizetype> at;
    for (const usage::Bucket &bucket : shown.now.series) {
        const qsizetype mark = markOf(shown.span, bucket.start);
        if (mark < 0)
            continue;
        if (!at.contains(bucket.group)) {
            at.insert(bucket.group, out.all.size());
            out.all << Course{bucket.group, groupName(bucket.group, shown.choice.group), empty, {}};
        }
        add(out.all[at.value(bucket.group)], mark, bucket.totals, shown.choice.measure);
        out.unknownCost[mark] += bucket.totals.unknownCostRows;
    }
    std::stable_sort(out.all.begin(), out.all.end(), [](const Course &a, const Course &b) {
        if (a.group.isEmpty() != b.group.isEmpty())
            return b.group.isEmpty(); // what has no name comes last
        return a.total.value_or(0) > b.total.value_or(0);
    });
    if (out.all.size() > mostSeries + 1) {
        const Course other = sumOf(out.all.mid(mostSeries), empty);
        out.all = out.all.first(mostSeries) << other;
    }
    return out;
}

QList<double> courseOf(const Shown &shown, const QString &group)
{
    Course out{group, {}, ground(shown), {}};
    for (const usage::Bucket &bucket : shown.now.series)
        if (const qsizetype mark = markOf(shown.span, bucket.start); mark >= 0 && bucket.group == group)
            add(out, mark, bucket.totals, shown.choice.measure);
    return out.values;
}

} // namespace pages
