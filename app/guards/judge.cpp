// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards/judge.h"
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace guards {

static constexpr qint64 abandonedAfter = 60; // seconds
static constexpr const char *names[] = {"notify", "disable", "lower"};

static QDate firstDay(const QString &window, const QDate &day)
{
    if (window == u"week"_s)
        return day.addDays(1 - day.dayOfWeek());
    return window == u"month"_s ? QDate(day.year(), day.month(), 1) : day;
}

static QDate nextFirstDay(const QString &window, const QDate &first)
{
    if (window == u"week"_s)
        return first.addDays(7);
    return window == u"month"_s ? first.addMonths(1) : first.addDays(1);
}

Period periodAt(const Guard &guard, const QDateTime &now)
{
    QTimeZone zone(guard.zone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDate first = firstDay(guard.window, now.toTimeZone(zone).date());
    return {first.startOfDay(zone).toUTC(), nextFirstDay(guard.window, first).startOfDay(zone).toUTC()};
}

static bool underWay(const Guard &guard, GuardPhase phase, const QDateTime &now)
{
    return guard.phase == phase && guard.phaseAt && guard.phaseAt->secsTo(now) < abandonedAfter;
}

static bool warns(const Guard &guard, const GuardSpend &spend)
{
    const qint64 share = guard.nanos / 100 * guard.warnPercent + (guard.nanos % 100 * guard.warnPercent + 99) / 100;
    return spend.nanos >= share;
}

Step dueOf(const Guard &guard, const GuardSpend &spend, const QDateTime &now)
{
    if (underWay(guard, GuardPhase::Acting, now) || underWay(guard, GuardPhase::Restoring, now))
        return Step::None;
    const QDateTime begin = periodAt(guard, now).begin;
    const bool ofBefore = guard.actedFor && *guard.actedFor != begin;
    const bool spent = spend.nanos >= guard.nanos;
    if (guard.before && (ofBefore || guard.phase == GuardPhase::Restoring || !spent))
        return Step::Restore; // the period is over, or the guard was widened
    if (spent && (guard.actedFor != begin || guard.phase == GuardPhase::Acting))
        return Step::Act;
    return warns(guard, spend) && !spent && guard.warnedFor != begin ? Step::Warn : Step::None;
}

// Budgets of other windows stay.
static QList<Budget> withLifetime(const QList<Budget> &budgets, const std::optional<Budget> &lifetime)
{
    QList<Budget> out;
    for (const Budget &each : budgets)
        if (each.window != u"lifetime"_s)
            out << each;
    if (lifetime)
        out << *lifetime;
    return out;
}

static std::optional<Budget> lifetimeOf(const Key &key)
{
    for (const Budget &each : key.budgets)
        if (each.window == u"lifetime"_s)
            return each;
    return {};
}

// A limit of nothing would be none at many gateways.
static qint64 usedUp(const Key &key)
{
    const std::optional<Budget> lifetime = lifetimeOf(key);
    const qint64 spent = lifetime && lifetime->spentNanos ? *lifetime->spentNanos : key.spentNanos.value_or(0);
    return std::max<qint64>(spent, 1);
}

Key held(const Guard &guard, const Key &key)
{
    Key out = key;
    if (guard.act == GuardAct::Disable)
        out.enabled = false;
    if (guard.act == GuardAct::Lower) {
        Budget lifetime = lifetimeOf(key).value_or(Budget{0, u"lifetime"_s, {}});
        lifetime.nanos = usedUp(guard.before.value_or(key)); // done once more it comes to the same
        out.budgets = withLifetime(key.budgets, lifetime);
    }
    return out;
}

Key released(const Guard &guard, const Key &key)
{
    Key out = key;
    if (!guard.before)
        return out;
    const Key wanted = held(guard, *guard.before);
    if (!wanted.enabled && guard.before->enabled)
        out.enabled = true;
    const auto was = lifetimeOf(wanted);
    const auto is = lifetimeOf(key);
    if (was != lifetimeOf(*guard.before) && was && is && was->nanos == is->nanos) // else somebody else set it since
        out.budgets = withLifetime(key.budgets, lifetimeOf(*guard.before));
    return out;
}

bool takesOver(const Guard &other, const GuardSpend &spend, const Guard &ending, const QDateTime &now)
{
    const bool same = other.id != ending.id && other.keyId == ending.keyId && other.act == ending.act;
    return same && !other.before && other.actedFor == periodAt(other, now).begin && spend.nanos >= other.nanos;
}

QString nameOf(GuardAct act)
{
    return QString::fromLatin1(names[int(act)]);
}

std::optional<GuardAct> actNamed(const QString &name)
{
    for (const GuardAct act : {GuardAct::Notify, GuardAct::Disable, GuardAct::Lower})
        if (nameOf(act) == name)
            return act;
    return {};
}

} // namespace guards
