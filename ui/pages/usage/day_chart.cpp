// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/day_chart.h"
#include "kit/format.h"
#include "pages/usage/course.h"
#include <cmath>
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

struct DayChartWords
{
    Q_DECLARE_TR_FUNCTIONS(DayChartWords)
};

static QString say(const QString &words, double value, Measure measure)
{
    return words.arg(wordFor(value, measure));
}

QString measureName(Measure measure)
{
    switch (measure) {
    case Measure::Spend:
        return DayChartWords::tr("Spend");
    case Measure::Tokens:
        return DayChartWords::tr("Tokens");
    case Measure::Requests:
        break;
    }
    return DayChartWords::tr("Requests");
}

QString byGroup(usage::GroupBy group)
{
    switch (group) {
    case usage::GroupBy::Key:
        return DayChartWords::tr("by key");
    case usage::GroupBy::Model:
        return DayChartWords::tr("by model");
    case usage::GroupBy::Upstream:
        return DayChartWords::tr("by upstream");
    case usage::GroupBy::Status:
        return DayChartWords::tr("by status");
    case usage::GroupBy::Alias:
    case usage::GroupBy::None:
        break;
    }
    return DayChartWords::tr("by alias");
}

QString wordFor(double value, Measure measure)
{
    if (measure == Measure::Spend)
        return format::moneyWithCode(qint64(std::llround(value * 1e9)), currency());
    if (measure == Measure::Tokens)
        return DayChartWords::tr("%1 tokens").arg(format::compact(std::llround(value)));
    return DayChartWords::tr("%Ln request(s)", nullptr, int(std::llround(value)));
}

static QString title(const Shown &shown)
{
    const QString name = measureName(shown.choice.measure);
    const QString group = byGroup(shown.choice.group);
    const QString words =
        shown.span.step == usage::Step::Hour ? DayChartWords::tr("%1 per hour %2") : DayChartWords::tr("%1 per day %2");
    const QString out = words.arg(name, group);
    return shown.choice.measure == Measure::Spend ? out + u", "_s + currency() : out;
}

// One remark a step: not over, rows missing, prices missing.
static QStringList remarksOf(const Shown &shown, const Courses &courses)
{
    QStringList out;
    for (qsizetype i = 0; i < shown.span.marks.size(); ++i) {
        QStringList words;
        const QDateTime from = shown.span.marks.at(i);
        const QDateTime to = endOf(shown.span, i);
        if (shown.ground.now >= from && shown.ground.now < to)
            words << DayChartWords::tr("not over");
        if (const QString why = missing(shown.ground, from, to); !why.isEmpty())
            words << why;
        if (courses.unknownCost.at(i) > 0 && shown.choice.measure == Measure::Spend)
            words << DayChartWords::tr("%Ln request(s) of unknown price", nullptr, int(courses.unknownCost.at(i)));
        out << words.join(u", "_s);
    }
    return out;
}

static QString gapNote(const Shown &shown, const usage::Gap &gap)
{
    const auto name = [&](const QDateTime &at) { return momentName(at, shown.ground.zone, shown.ground.now); };
    return DayChartWords::tr("rows missing %1 to %2: %3").arg(name(gap.from), name(gap.to), gap.why);
}

static QString note(const Shown &shown)
{
    QStringList words;
    QList<usage::Gap> gaps;
    for (const usage::Gap &gap : shown.ground.gaps)
        if (gap.from < shown.span.to && shown.span.from < gap.to)
            gaps << gap;
    if (gaps.size() == 1)
        words << gapNote(shown, gaps.first());
    else if (gaps.size() > 1)
        words << DayChartWords::tr("%n gap(s) in the rows, hatched", nullptr, int(gaps.size()));
    if (shown.ground.now < shown.span.to && !shown.span.marks.isEmpty())
        words << DayChartWords::tr("%1 is not over")
                     .arg(markName(shown.span.marks.last(), shown.span.step, shown.ground.zone));
    if (!shown.now.usual.isEmpty())
        words << (shown.span.step == usage::Step::Hour ? DayChartWords::tr("line: usual for the hour, median")
                                                       : DayChartWords::tr("line: usual for the weekday, median"));
    return words.join(u" · "_s);
}

static double sumAt(const QList<Course> &all, qsizetype mark)
{
    double sum = 0;
    for (const Course &course : all)
        sum += std::isnan(course.values.at(mark)) ? 0 : course.values.at(mark);
    return sum;
}

// What the chart says, in three short facts.
static QString summary(const Shown &shown, const Courses &courses, const QStringList &marks)
{
    const Measure measure = shown.choice.measure;
    double total = 0;
    qsizetype most = 0;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        total += sumAt(courses.all, i);
        most = sumAt(courses.all, i) > sumAt(courses.all, most) ? i : most;
    }
    if (courses.all.isEmpty() || total <= 0)
        return DayChartWords::tr("Nothing in this period.");
    const Course &largest = courses.all.first();
    const QStringList facts{say(DayChartWords::tr("%1 together"), total, measure),
        say(DayChartWords::tr("most on %1 with %2").arg(marks.at(most)), sumAt(courses.all, most), measure),
        say(DayChartWords::tr("largest part %1 with %2").arg(largest.name), largest.total.value_or(0), measure)};
    return facts.join(u", "_s) + u'.';
}

static QList<double> usual(const Shown &shown)
{
    if (shown.now.usual.isEmpty())
        return {};
    QList<double> out(shown.span.marks.size(), std::nan(""));
    for (const usage::Bucket &bucket : shown.now.usual)
        if (const qsizetype mark = markOf(shown.span, bucket.start); mark >= 0)
            out[mark] = amount(bucket.totals, shown.choice.measure).value_or(std::nan(""));
    return out;
}

static QString totalWord(std::optional<double> total, Measure measure)
{
    if (!total)
        return format::none();
    return measure == Measure::Spend ? format::money(qint64(std::llround(*total * 1e9)))
                                     : format::compact(std::llround(*total));
}

DayChart dayChart(const Shown &shown)
{
    const Measure measure = shown.choice.measure;
    const Courses courses = coursesOf(shown);
    DayChart out{title(shown), note(shown), {}, {}};
    for (const QDateTime &mark : shown.span.marks)
        out.data.marks << markName(mark, shown.span.step, shown.ground.zone);
    for (const Course &course : courses.all) {
        out.data.series << Series{course.name, course.values};
        out.legend << LegendEntry{course.name, totalWord(course.total, measure), course.group.isEmpty()};
    }
    out.data.remarks = remarksOf(shown, courses);
    out.data.summary = summary(shown, courses, out.data.marks);
    out.data.word = [measure](double v) { return wordFor(v, measure); };
    out.data.whole = measure != Measure::Spend;
    out.data.typical = usual(shown);
    out.data.typicalName = shown.span.step == usage::Step::Hour ? DayChartWords::tr("usual for this hour")
                                                                : DayChartWords::tr("usual for this weekday");
    return out;
}

} // namespace pages
