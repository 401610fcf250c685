// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/rotation_chart.h"
#include "kit/format.h"
#include <cmath>
#include <limits>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

using keys::RotationCourse;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::RotationView)
};

QList<double> valuesOf(const QList<std::optional<qint64>> &hours)
{
    QList<double> out;
    for (const auto &hour : hours)
        out << (hour ? double(*hour) : std::numeric_limits<double>::quiet_NaN());
    return out;
}

QDateTime hourAt(const RotationCourse &course, qsizetype at)
{
    return course.from.addSecs(at * 3600);
}

// Of the hours of today that are known.
QString todayOf(const RotationCourse &course, const QList<std::optional<qint64>> &hours, const QDateTime &dayStart)
{
    qint64 sum = 0;
    bool any = false;
    bool all = true;
    for (qsizetype at = 0; at < hours.size(); ++at) {
        if (hourAt(course, at) < dayStart)
            continue;
        any = any || hours.at(at);
        all = all && hours.at(at);
        sum += hours.at(at).value_or(0);
    }
    if (!any)
        return Words::tr("today not known");
    return (all ? Words::tr("%1 today") : Words::tr("at least %1 today")).arg(kit::format::count(sum));
}

} // namespace

kit::LineData courseData(const RotationCourse &course, const QTimeZone &zone)
{
    kit::LineData data;
    data.whole = true;
    for (qsizetype at = 0; at < course.oldCalls.size(); ++at) {
        const QDateTime local = hourAt(course, at).toTimeZone(zone);
        data.marks << QLocale().toString(local, u"d HH:mm"_s);
        data.remarks << (course.oldCalls.at(at) ? QString() : Words::tr("rows can be missing"));
    }
    data.series = {
        {Words::tr("old key"), valuesOf(course.oldCalls)}, {Words::tr("new key"), valuesOf(course.newCalls)}};
    data.word = [](double calls) { return Words::tr("%Ln call(s)", nullptr, int(std::lround(calls))); };
    return data;
}

QList<kit::LegendEntry> courseLegend(const RotationCourse &course, const QTimeZone &zone, const QDateTime &now)
{
    const QDateTime dayStart = now.toTimeZone(zone).date().startOfDay(zone);
    return {{Words::tr("old key"), todayOf(course, course.oldCalls, dayStart)},
        {Words::tr("new key"), todayOf(course, course.newCalls, dayStart)}};
}

} // namespace pages
