// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/period.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

constexpr int hour = 3600;

struct PeriodWords
{
    Q_DECLARE_TR_FUNCTIONS(PeriodWords)
};

static QDateTime startOf(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC();
}

static Span daysOf(const QDate &first, const QDate &last, const QTimeZone &zone)
{
    Span span{startOf(first, zone), startOf(last.addDays(1), zone), usage::Step::Day, {}};
    span.step = first.daysTo(last) < 2 ? usage::Step::Hour : usage::Step::Day;
    if (span.step == usage::Step::Day) {
        for (QDate day = first; day <= last; day = day.addDays(1))
            span.marks << startOf(day, zone);
        return span;
    }
    for (QDateTime at = span.from; at < span.to; at = at.addSecs(hour))
        span.marks << at;
    return span;
}

static void cutAfter(Span &span, const QDateTime &now)
{
    while (span.marks.size() > 1 && span.marks.last() > now) {
        span.to = span.marks.last();
        span.marks.removeLast();
    }
}

Span spanOf(const Period &period, const QTimeZone &zone, const QDateTime &now)
{
    const QDate today = now.toTimeZone(zone).date();
    QDate last = period.range == Range::Custom && period.last.isValid() ? std::min(period.last, today) : today;
    QDate first = today;
    if (period.range == Range::Week)
        first = today.addDays(-6);
    if (period.range == Range::Month)
        first = today.addDays(-29);
    if (period.range == Range::Custom && period.first.isValid())
        first = std::min(period.first, last);
    Span span = daysOf(first, last, zone);
    cutAfter(span, now);
    return span;
}

Span spanBefore(const Span &span, const QTimeZone &zone, const QDateTime &now)
{
    const QDateTime first = span.from.toTimeZone(zone);
    const QDateTime end = std::min(span.to, now).toTimeZone(zone);
    const bool whole = end.time() == QTime(0, 0) && end == end.date().startOfDay(zone);
    const qint64 days = first.date().daysTo(end.date()) + (whole ? 0 : 1);
    const QDate start = first.date().addDays(-days);
    Span out = daysOf(start, first.date().addDays(-1), zone);
    out.to = QDateTime(end.date().addDays(-days), end.time(), zone).toUTC();
    while (out.marks.size() > 1 && out.marks.last() >= out.to)
        out.marks.removeLast();
    return out;
}

QDateTime endOf(const Span &span, qsizetype mark)
{
    return mark + 1 < span.marks.size() ? span.marks.at(mark + 1) : span.to;
}

qsizetype markOf(const Span &span, const QDateTime &moment)
{
    if (moment < span.from || moment >= span.to)
        return -1;
    const auto after = std::upper_bound(span.marks.cbegin(), span.marks.cend(), moment);
    return after - span.marks.cbegin() - 1;
}

QString markName(const QDateTime &start, usage::Step step, const QTimeZone &zone)
{
    const QDateTime local = start.toTimeZone(zone);
    if (step == usage::Step::Hour)
        return QLocale().toString(local.time(), u"HH:mm"_s);
    return QLocale().toString(local.date(), u"d MMM"_s);
}

QString momentName(const QDateTime &moment, const QTimeZone &zone, const QDateTime &now)
{
    const QDateTime local = moment.toTimeZone(zone);
    if (local.date() == now.toTimeZone(zone).date())
        return QLocale().toString(local.time(), u"HH:mm:ss"_s);
    return QLocale().toString(local, u"d MMM HH:mm"_s);
}

QString comparedWith(Range range)
{
    switch (range) {
    case Range::Today:
        return PeriodWords::tr("on yesterday by this time");
    case Range::Week:
        return PeriodWords::tr("on the 7 days before");
    case Range::Month:
        return PeriodWords::tr("on the 30 days before");
    case Range::Custom:
        break;
    }
    return PeriodWords::tr("on as many days before");
}

} // namespace pages
