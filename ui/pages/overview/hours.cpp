// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"
#include "pages/overview/today.h"
#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QLocale>
#include <QMap>

using namespace Qt::StringLiterals;

// The course of a day: hours on the axis of a chart.
namespace pages {

using usage::Bucket;
using usage::Totals;

static constexpr qsizetype aliasesShown = 5;

static int hourOf(const Bucket &bucket, const Day &day)
{
    return int(day.from.secsTo(bucket.start) / 3600);
}

static QStringList hourNames(const Day &day)
{
    QStringList out;
    for (int hour = 0; hour < day.hours(); ++hour)
        out << QLocale().toString(day.from.addSecs(hour * 3600).toTimeZone(day.zone).time(), u"HH:mm"_s);
    return out;
}

QList<double> perHour(const QList<Bucket> &hours, const Day &day, double (*value)(const Totals &))
{
    QList<double> out(day.begun(), value(Totals()));
    for (const Bucket &bucket : hours) {
        const int hour = hourOf(bucket, day);
        if (hour >= 0 && hour < out.size())
            out[hour] = value(bucket.totals);
    }
    return out;
}

static double unitsOf(const Totals &totals)
{
    return double(totals.costNanos.value_or(0)) / 1e9;
}

// Cost by alias and hour, the dearest alias first.
static QList<kit::Series> seriesOf(const QList<Bucket> &byAlias, const Day &day)
{
    QMap<QString, QList<Bucket>> parts;
    for (const Bucket &bucket : byAlias)
        parts[bucket.group] << bucket;
    QList<kit::Series> all;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        QList<double> values = perHour(part.value(), day, unitsOf);
        values.resize(day.hours(), std::nan(""));
        all << kit::Series{part.key(), values};
    }
    const auto sum = [](const kit::Series &series) {
        double out = 0;
        for (const double value : series.values)
            out += std::isnan(value) ? 0 : value;
        return out;
    };
    std::stable_sort(
        all.begin(), all.end(), [&](const kit::Series &a, const kit::Series &b) { return sum(a) > sum(b); });
    return all;
}

static kit::Series summed(const QList<kit::Series> &rest)
{
    kit::Series out{QCoreApplication::translate("pages::overview", "other aliases"), rest.first().values};
    for (const kit::Series &series : rest.mid(1))
        for (qsizetype i = 0; i < out.values.size(); ++i)
            out.values[i] += series.values.at(i);
    return out;
}

kit::StackData spendByHour(const QList<Bucket> &byAlias, const QList<Bucket> &usual, const Day &day)
{
    kit::StackData data;
    data.marks = hourNames(day);
    data.ahead = day.begun();
    data.series = seriesOf(byAlias, day);
    if (data.series.size() > aliasesShown)
        data.series = data.series.first(aliasesShown) << summed(data.series.sliced(aliasesShown));
    if (!usual.isEmpty()) {
        data.typical = QList<double>(day.hours(), 0.0);
        for (const Bucket &bucket : usual)
            if (const int hour = hourOf(bucket, day); hour >= 0 && hour < day.hours())
                data.typical[hour] = unitsOf(bucket.totals);
        data.typicalName = QCoreApplication::translate("pages::overview", "a usual %1").arg(day.name());
    }
    data.word = [](double v) { return kit::format::moneyWithCode(qint64(std::llround(v * 1e9)), u"USD"_s); };
    return data;
}

QList<kit::LegendEntry> legendOf(const kit::StackData &data)
{
    QList<kit::LegendEntry> out;
    for (const kit::Series &series : data.series) {
        double sum = 0;
        for (const double value : series.values)
            sum += std::isnan(value) ? 0 : value;
        const QString name =
            series.name.isEmpty() ? QCoreApplication::translate("pages::overview", "no alias") : series.name;
        out << kit::LegendEntry{name, kit::format::money(qint64(std::llround(sum * 1e9)))};
    }
    return out;
}

} // namespace pages
