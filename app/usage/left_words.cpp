// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/left_words.h"
#include "text/units.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr qint64 daySeconds = 24 * 3600;
constexpr qint64 manyDays = 3650;

QString say(const char *text)
{
    return QCoreApplication::translate("usage::left", text);
}

QString untold(bool partial)
{
    return partial ? say(QT_TRANSLATE_NOOP("usage::left", "not read yet")) : notOffered();
}

// A currency that is not known is left out.
QString amount(qint64 nanos, const QString &currency)
{
    return text::money(nanos, currency).trimmed();
}

// A rate is no more exact than two digits.
qint64 roughly(qint64 nanos)
{
    qint64 step = 1;
    while (nanos / step >= 100)
        step *= 10;
    return (nanos / step + (nanos % step >= (step + 1) / 2 && step > 1 ? 1 : 0)) * step;
}

QString leftOf(const KeyStanding &standing)
{
    const Allowance &own = standing.allowance;
    if (own.unlimited)
        return say(QT_TRANSLATE_NOOP("usage::left", "no limit"));
    if (!own.leftNanos && own.limitNanos && !standing.partial)
        return say(QT_TRANSLATE_NOOP("usage::left", "not offered by this gateway; the limit is %1"))
            .arg(amount(*own.limitNanos, own.currency));
    if (!own.leftNanos)
        return untold(standing.partial);
    const QString left = amount(*own.leftNanos, own.currency);
    return own.limitNanos
        ? say(QT_TRANSLATE_NOOP("usage::left", "%1 of %2")).arg(left, amount(*own.limitNanos, own.currency))
        : left;
}

QString todayOf(const KeyStanding &standing)
{
    const auto used = usedToday(standing);
    return used ? amount(*used, standing.allowance.currency) : untold(standing.partial);
}

QString resetOf(const KeyStanding &standing, const QDateTime &now, const QString &zone)
{
    const Allowance &own = standing.allowance;
    const auto reset = nextReset(standing, now);
    if (reset)
        return text::moment(*reset, zone);
    if (own.resetsAt && !own.unlimited)
        return say(QT_TRANSLATE_NOOP("usage::left", "due since %1")).arg(text::moment(*own.resetsAt, zone));
    const bool never = own.unlimited || (own.limitNanos && own.window == "lifetime"_L1);
    return never ? say(QT_TRANSLATE_NOOP("usage::left", "none")) : untold(standing.partial);
}

QString daysOf(qint64 seconds)
{
    const qint64 days = (seconds + daySeconds / 2) / daySeconds;
    if (seconds < daySeconds)
        return say(QT_TRANSLATE_NOOP("usage::left", "less than a day"));
    if (days > manyDays)
        return say(QT_TRANSLATE_NOOP("usage::left", "more than ten years"));
    return QCoreApplication::translate("usage::left", "about %Ln day(s)", nullptr, int(days));
}

QString outlookWords(const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now)
{
    const Outlook outlook = outlookOf(standing, readings, now);
    const QString words = wordsOf(outlook, standing.partial);
    const bool spending = outlook.kind == Outlook::Kind::RunsOut || outlook.kind == Outlook::Kind::LastsToReset;
    if (!spending || !outlook.nanosPerDay)
        return words;
    return say(QT_TRANSLATE_NOOP("usage::left", "%1, at %2 a day"))
        .arg(words, amount(roughly(*outlook.nanosPerDay), standing.allowance.currency));
}

} // namespace

QString notOffered()
{
    return say(QT_TRANSLATE_NOOP("usage::left", "not offered by this gateway"));
}

QString wordsOf(const Outlook &outlook, bool partial)
{
    switch (outlook.kind) {
    case Outlook::Kind::Untold:
        return untold(partial);
    case Outlook::Kind::Unlimited:
        return say(QT_TRANSLATE_NOOP("usage::left", "no limit"));
    case Outlook::Kind::UsedUp:
        return say(QT_TRANSLATE_NOOP("usage::left", "used up"));
    case Outlook::Kind::NoRate:
        return say(QT_TRANSLATE_NOOP("usage::left", "no rate yet"));
    case Outlook::Kind::Idle:
        return say(QT_TRANSLATE_NOOP("usage::left", "nothing is being spent"));
    case Outlook::Kind::LastsToReset:
        return say(QT_TRANSLATE_NOOP("usage::left", "lasts until the reset"));
    case Outlook::Kind::RunsOut:
        break;
    }
    return daysOf(outlook.secondsLeft.value_or(0));
}

QString nameOf(Outlook::Kind kind)
{
    switch (kind) {
    case Outlook::Kind::Untold:
        return u"not_told"_s;
    case Outlook::Kind::Unlimited:
        return u"no_limit"_s;
    case Outlook::Kind::UsedUp:
        return u"used_up"_s;
    case Outlook::Kind::NoRate:
        return u"no_rate"_s;
    case Outlook::Kind::Idle:
        return u"idle"_s;
    case Outlook::Kind::LastsToReset:
        return u"lasts_to_reset"_s;
    case Outlook::Kind::RunsOut:
        break;
    }
    return u"runs_out"_s;
}

QList<LeftFact> leftFacts(
    const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now, const QString &zone)
{
    QList<LeftFact> facts{{u"left"_s, say(QT_TRANSLATE_NOOP("usage::left", "Remaining")), leftOf(standing)},
        {u"today"_s, say(QT_TRANSLATE_NOOP("usage::left", "Used today")), todayOf(standing)},
        {u"days"_s, say(QT_TRANSLATE_NOOP("usage::left", "Days left")), outlookWords(standing, readings, now)},
        {u"reset"_s, say(QT_TRANSLATE_NOOP("usage::left", "Next reset")), resetOf(standing, now, zone)}};
    if (standing.expiresAt)
        facts << LeftFact{
            u"expires"_s, say(QT_TRANSLATE_NOOP("usage::left", "Key ends")), text::moment(*standing.expiresAt, zone)};
    return facts;
}

} // namespace usage
