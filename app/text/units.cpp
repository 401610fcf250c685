// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/units.h"
#include "base/money.h"
#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace text {

static QString say(const char *words)
{
    return QCoreApplication::translate("text", words);
}

static QString unknown()
{
    return say(QT_TRANSLATE_NOOP("text", "unknown"));
}

QString count(qint64 n, const QLocale &locale)
{
    return locale.toString(n);
}

QString tokens(std::optional<qint64> n, const QLocale &locale)
{
    if (!n)
        return unknown();
    if (*n < 0 || *n > std::numeric_limits<int>::max())
        return say(QT_TRANSLATE_NOOP("text", "%1 tokens")).arg(locale.toString(*n));
    return QCoreApplication::translate("text", "%Ln token(s)", nullptr, int(*n));
}

// From one unit on it is rounded to cents, half up; below it keeps its digits. Never through a double.
static quint64 shownNanos(quint64 nanos)
{
    constexpr quint64 cent = ::money::nanosPerUnit / 100;
    return nanos < quint64(::money::nanosPerUnit) ? nanos : (nanos + cent / 2) / cent * cent;
}

QString money(std::optional<qint64> nanos, const QString &currency, const QLocale &locale)
{
    if (!nanos)
        return unknown();
    const quint64 shown = shownNanos(*nanos < 0 ? 0 - quint64(*nanos) : quint64(*nanos));
    QString digits = QString::number(shown % quint64(::money::nanosPerUnit)).rightJustified(9, u'0');
    while (digits.size() > 2 && digits.endsWith(u'0'))
        digits.chop(1);
    const QString sign = *nanos < 0 ? locale.negativeSign() : QString();
    const QString whole = locale.toString(shown / quint64(::money::nanosPerUnit));
    return sign + whole + locale.decimalPoint() + digits + u'\u00a0' + currency;
}

QString duration(std::chrono::milliseconds time, const QLocale &locale)
{
    using namespace std::chrono;
    const qint64 ms = time.count();
    const auto two = [](const char *words, qint64 large, qint64 small) { return say(words).arg(large).arg(small); };
    if (time < 1s)
        return say(QT_TRANSLATE_NOOP("text", "%1 ms")).arg(ms);
    if (time < 1min) {
        const bool exact = ms % 1000 == 0;
        return say(QT_TRANSLATE_NOOP("text", "%1 s"))
            .arg(exact ? locale.toString(ms / 1000) : locale.toString(double(ms) / 1000, 'f', 2));
    }
    if (time < 1h)
        return two(QT_TRANSLATE_NOOP("text", "%1 min %2 s"), ms / 60'000, ms / 1000 % 60);
    if (time < 24h)
        return two(QT_TRANSLATE_NOOP("text", "%1 h %2 min"), ms / 3'600'000, ms / 60'000 % 60);
    return two(QT_TRANSLATE_NOOP("text", "%1 d %2 h"), ms / 86'400'000, ms / 3'600'000 % 24);
}

QString ago(const QDateTime &then, const QDateTime &now)
{
    const qint64 s = then.secsTo(now);
    if (qAbs(s) < 5)
        return say(QT_TRANSLATE_NOOP("text", "just now"));
    const QString time = qAbs(s) < 3600 && qAbs(s) >= 60 ? say(QT_TRANSLATE_NOOP("text", "%1 min")).arg(qAbs(s) / 60)
                                                         : duration(std::chrono::seconds(qAbs(s)));
    return (s > 0 ? say(QT_TRANSLATE_NOOP("text", "%1 ago")) : say(QT_TRANSLATE_NOOP("text", "in %1"))).arg(time);
}

static QDateTime inZone(const QDateTime &utc, const QString &zone)
{
    if (zone.isEmpty())
        return utc.toLocalTime();
    const QTimeZone found(zone.toLatin1());
    return found.isValid() ? utc.toTimeZone(found) : utc.toUTC();
}

QString moment(const QDateTime &utc, const QString &zone)
{
    if (!utc.isValid())
        return unknown();
    const QDateTime there = inZone(utc, zone);
    const int offset = there.offsetFromUtc() / 60;
    const QString sign = offset < 0 ? u"-"_s : u"+"_s;
    const auto digits = [](int n) { return QString::number(n).rightJustified(2, u'0'); };
    return there.toString(u"yyyy-MM-dd HH:mm:ss "_s) + sign + digits(qAbs(offset) / 60) + u':'
        + digits(qAbs(offset) % 60);
}

QString day(const QDateTime &utc, const QString &zone, const QLocale &locale)
{
    return utc.isValid() ? locale.toString(inZone(utc, zone).date(), u"d MMM yyyy"_s) : unknown();
}

} // namespace text
