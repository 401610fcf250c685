// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/key_words.h"
#include "pages/words.h"
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyWords)
};

constexpr double nearEnd = 0.8;
constexpr int idleDays = 30;

// The end of the window that runs now. Windows are in UTC; a rolling one has no end.
std::pair<QDateTime, QDateTime> calendarWindow(const QString &window, const QDateTime &now)
{
    const QDate today = now.toUTC().date();
    if (window == u"day"_s)
        return {today.startOfDay(Qt::UTC), today.addDays(1).startOfDay(Qt::UTC)};
    if (window == u"week"_s) {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return {monday.startOfDay(Qt::UTC), monday.addDays(7).startOfDay(Qt::UTC)};
    }
    const QDate first(today.year(), today.month(), 1);
    return {first.startOfDay(Qt::UTC), first.addMonths(1).startOfDay(Qt::UTC)};
}

bool isCalendar(const QString &window)
{
    return window == u"day"_s || window == u"week"_s || window == u"month"_s;
}

int hoursOf(const QString &window)
{
    return window.endsWith(u'h') ? window.chopped(1).toInt() : 0;
}

} // namespace

bool works(const Key &key, const QDateTime &now)
{
    return key.enabled && (!key.expiresAt || *key.expiresAt > now);
}

bool expiresSoon(const Key &key, const QDateTime &now, int days)
{
    return works(key, now) && key.expiresAt && now.daysTo(*key.expiresAt) <= days;
}

bool unused(const Key &key, const QDateTime &now)
{
    return !key.lastUsedAt || key.lastUsedAt->daysTo(now) >= idleDays;
}

std::optional<double> shareSpent(const Budget &budget)
{
    if (!budget.spentNanos || budget.nanos <= 0)
        return {};
    return double(*budget.spentNanos) / double(budget.nanos);
}

std::optional<double> evenShare(const Budget &budget, const QDateTime &now)
{
    if (!isCalendar(budget.window))
        return {};
    const auto [from, to] = calendarWindow(budget.window, now);
    return double(from.secsTo(now)) / double(from.secsTo(to));
}

KeyLook lookOf(const Key &key, const QDateTime &now)
{
    using kit::Status;
    const Budget *worst = tightestBudget(key);
    const double spent = worst ? shareSpent(*worst).value_or(0) : 0;
    if (!key.enabled)
        return {Status::Skipped, Words::tr("disabled")};
    if (!works(key, now))
        return {Status::Bad, Words::tr("expired")};
    if (spent >= 1)
        return {Status::Bad, Words::tr("limit reached")};
    if (spent >= nearEnd)
        return {Status::Warn, Words::tr("near its limit")};
    if (expiresSoon(key, now))
        return {Status::Pending, Words::tr("expires in %1").arg(ago(now, *key.expiresAt))};
    if (key.passport.owner.isEmpty())
        return {Status::Warn, Words::tr("no owner")};
    return {Status::Ok, Words::tr("active")};
}

QString prefixShown(const Key &key)
{
    return key.lastFour.isEmpty() ? key.prefix : key.prefix + u'…' + key.lastFour;
}

QString perWindow(const QString &window)
{
    if (window == u"day"_s)
        return Words::tr("a day");
    if (window == u"week"_s)
        return Words::tr("a week");
    if (window == u"month"_s)
        return Words::tr("a month");
    if (const int hours = hoursOf(window))
        return Words::tr("in any %n hour(s)", nullptr, hours);
    return Words::tr("in all");
}

QString budgetTitle(const QString &window)
{
    if (window == u"day"_s)
        return Words::tr("Budget, daily, resets at 00:00 UTC");
    if (window == u"week"_s)
        return Words::tr("Budget, weekly, resets on Monday, 00:00 UTC");
    if (window == u"month"_s)
        return Words::tr("Budget, monthly, resets on the 1st, 00:00 UTC");
    if (const int hours = hoursOf(window))
        return Words::tr("Budget, rolling, the last %n hour(s)", nullptr, hours);
    return Words::tr("Budget, in all, never resets");
}

QString lastCall(const Key &key, const QDateTime &now)
{
    if (!key.lastUsedAt)
        return Words::tr("never");
    return key.lastUsedAt->secsTo(now) < 60 ? Words::tr("now") : ago(*key.lastUsedAt, now);
}

QString moment(const QDateTime &at, const QTimeZone &zone, const QDateTime &now)
{
    const QDateTime here = at.toTimeZone(zone);
    const QString time = QLocale().toString(here.time(), u"HH:mm:ss"_s);
    if (here.date() == now.toTimeZone(zone).date())
        return time;
    const bool sameYear = here.date().year() == now.toTimeZone(zone).date().year();
    return QLocale().toString(here.date(), sameYear ? u"d MMM"_s : u"d MMM yyyy"_s) + u' ' + time;
}

QString expiry(const Key &key, const QTimeZone &zone)
{
    return key.expiresAt ? dayAndTime(*key.expiresAt, zone) : Words::tr("never");
}

QString dayAndTime(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime here = at.toTimeZone(zone);
    return QLocale().toString(here.date(), u"d MMM yyyy"_s) + QLocale().toString(here.time(), u", HH:mm"_s);
}

QString rowsOf(const Key &key)
{
    QString name = key.name;
    name.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"key = \"%1\""_s.arg(name);
}

QString aliasesInWords(const QStringList &aliases)
{
    return aliases.isEmpty() ? Words::tr("every alias") : Words::tr("%n alias(es)", nullptr, int(aliases.size()));
}

} // namespace pages
