// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/today.h"
#include "kit/format.h"
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

using kit::Ink;
using kit::Reading;
using usage::Bucket;
using usage::Totals;
namespace format = kit::format;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

QString Day::name() const
{
    return QLocale().standaloneDayName(from.toTimeZone(zone).date().dayOfWeek());
}

Day dayOf(const QDateTime &now, const QTimeZone &zone)
{
    const QDate date = now.toTimeZone(zone).date();
    return {date.startOfDay(zone).toUTC(), date.addDays(1).startOfDay(zone).toUTC(), zone, now};
}

// The usual day up to this moment; the hour under way counts by its share.
static std::optional<double> usualSoFar(const QList<Bucket> &usual, const Day &day, double (*value)(const Totals &))
{
    if (usual.isEmpty())
        return {};
    double sum = 0;
    for (const Bucket &hour : usual) {
        const double share = double(hour.start.secsTo(day.now)) / 3600;
        sum += value(hour.totals) * qBound(0.0, share, 1.0);
    }
    return sum;
}

static double costOf(const Totals &totals)
{
    return double(totals.costNanos.value_or(0));
}

static double requestsOf(const Totals &totals)
{
    return double(totals.requests);
}

// Within a tenth is as usual; far above asks for a look.
static void compare(Reading &reading, double now, const std::optional<double> &usual, const Day &day)
{
    if (!usual || *usual <= 0)
        return;
    const double share = now / *usual - 1;
    if (qAbs(share) < 0.1) {
        reading.note = say(QT_TRANSLATE_NOOP("pages::overview", "as usual"));
        return;
    }
    reading.note = say(QT_TRANSLATE_NOOP("pages::overview", "%1 on a usual %2, %3"))
                       .arg(format::change(share), day.name(),
                           QLocale().toString(day.now.toTimeZone(day.zone).time(), u"HH:mm"_s));
    reading.noteInk = share > 0.15 ? Ink::Warn : Ink::Muted;
}

// "1.24 s" as a figure and its unit.
static Reading timeReading(const QString &name, const std::optional<qint64> &ms, const QString &note)
{
    if (!ms)
        return {name, format::none(), {}, say(QT_TRANSLATE_NOOP("pages::overview", "not told")), Ink::Muted};
    const QString text = format::duration(*ms);
    qsizetype unit = text.size();
    while (unit > 0 && !text.at(unit - 1).isDigit())
        --unit;
    return {name, text.left(unit), text.mid(unit).trimmed(), note, Ink::Muted};
}

static Reading spendReading(const Totals &totals, const QList<Bucket> &usual, const Day &day)
{
    Reading out{say(QT_TRANSLATE_NOOP("pages::overview", "Spend today")),
        totals.costNanos ? format::money(*totals.costNanos) : format::none(), totals.costNanos ? u"USD"_s : QString(),
        {}, Ink::Muted};
    if (totals.costNanos)
        compare(out, double(*totals.costNanos), usualSoFar(usual, day, costOf), day);
    if (totals.unknownCostRows > 0) {
        out.note = QCoreApplication::translate(
            "pages::overview", "and %Ln call(s) of unknown cost", nullptr, int(totals.unknownCostRows));
        out.noteInk = Ink::Warn;
    }
    return out;
}

static Reading errorReading(const Totals &totals)
{
    const QString name = say(QT_TRANSLATE_NOOP("pages::overview", "Error share today"));
    if (totals.requests == 0)
        return {name, format::none(), {}, say(QT_TRANSLATE_NOOP("pages::overview", "no calls yet")), Ink::Muted};
    const double share = double(totals.errors) / double(totals.requests);
    return {name, QLocale().toString(share * 100, 'f', share < 0.1 ? 2 : 1), u"%"_s,
        say(QT_TRANSLATE_NOOP("pages::overview", "%1 of %2 calls"))
            .arg(format::count(totals.errors), format::count(totals.requests)),
        share >= 0.05       ? Ink::Bad
            : share >= 0.01 ? Ink::Warn
                            : Ink::Ok};
}

Today untold(const QString &why)
{
    Today out = todayOf({}, {}, {});
    for (Reading *each : {&out.spend, &out.requests, &out.errors, &out.firstToken, &out.lag})
        *each = {each->name, format::none(), {}, why, Ink::Muted};
    return out;
}

Today todayOf(const Totals &totals, const QList<Bucket> &usual, const Day &day)
{
    Today out;
    out.spend = spendReading(totals, usual, day);
    out.requests = {say(QT_TRANSLATE_NOOP("pages::overview", "Requests today")), format::count(totals.requests), {}, {},
        Ink::Muted};
    compare(out.requests, double(totals.requests), usualSoFar(usual, day, requestsOf), day);
    if (totals.sampleRows > 0 && out.requests.note.isEmpty())
        out.requests.note =
            say(QT_TRANSLATE_NOOP("pages::overview", "%1 of them sample data")).arg(format::count(totals.sampleRows));
    out.errors = errorReading(totals);
    out.firstToken = timeReading(say(QT_TRANSLATE_NOOP("pages::overview", "First token, p95")), totals.firstTokenP95Ms,
        say(QT_TRANSLATE_NOOP("pages::overview", "of the streams of today")));
    out.lag = timeReading(say(QT_TRANSLATE_NOOP("pages::overview", "Usage record lag, p95")), totals.recordLagP95Ms,
        say(QT_TRANSLATE_NOOP("pages::overview", "from the call to its row here")));
    return out;
}

} // namespace pages
