// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/days_left.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr qint64 longest = 100 * 366 * day; // further than that nothing is told

__extension__ typedef __int128 Wide;

// So much was spent in so many seconds up to now.
struct Span
{
    qint64 nanos = 0;
    qint64 seconds = 0;
};

qint64 scaled(qint64 value, qint64 by, qint64 of)
{
    const Wide exact = Wide(value) * by / of;
    return qint64(std::min<Wide>(exact, std::numeric_limits<qint64>::max()));
}

QDateTime startOf(const QDate &date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC);
}

QDate monday(const QDate &date)
{
    return date.addDays(1 - date.dayOfWeek());
}

QDate firstOfMonth(const QDate &date)
{
    return QDate(date.year(), date.month(), 1);
}

// When the limit's window began, of windows whose end is told or is the calendar's.
std::optional<QDateTime> windowStart(const KeyStanding &standing, const QDateTime &now)
{
    const QString &window = standing.allowance.window;
    const auto end = nextReset(standing, now);
    if (!end)
        return {};
    if (window == "day"_L1)
        return end->addDays(-1);
    if (window == "week"_L1)
        return end->addDays(-7);
    if (window == "month"_L1)
        return end->addMonths(-1);
    bool isNumber = false;
    const qint64 hours = window.endsWith(u'h') ? window.chopped(1).toLongLong(&isNumber) : 0;
    return isNumber && hours > 0 && hours < 100'000 ? std::optional(end->addSecs(-hours * hour)) : std::nullopt;
}

class Spans final
{
public:
    Spans(const KeyStanding &standing, const QDateTime &now) : m_standing(standing), m_now(now) {}

    // A key spends nothing before it is made.
    void add(std::optional<qint64> nanos, std::optional<QDateTime> from)
    {
        if (!nanos || !from || *nanos < 0)
            return;
        const QDateTime start = m_standing.createdAt ? std::max(*from, *m_standing.createdAt) : *from;
        const qint64 seconds = start.secsTo(m_now);
        if (seconds >= hour)
            m_all << Span{*nanos, seconds};
    }

    std::optional<Span> chosen() const
    {
        const auto shorter = [](const Span &a, const Span &b) { return a.seconds < b.seconds; };
        QList<Span> days = m_all;
        days.removeIf([](const Span &span) { return span.seconds < day; });
        if (!days.isEmpty())
            return *std::ranges::min_element(days, shorter);
        return m_all.isEmpty() ? std::nullopt : std::optional(*std::ranges::max_element(m_all, shorter));
    }

private:
    const KeyStanding &m_standing;
    const QDateTime m_now;
    QList<Span> m_all;
};

std::optional<Span> rateOf(const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now)
{
    const QDate today = now.toUTC().date();
    Spans spans(standing, now);
    spans.add(standing.todayNanos, startOf(today));
    spans.add(standing.weekNanos, startOf(monday(today)));
    spans.add(standing.monthNanos, startOf(firstOfMonth(today)));
    spans.add(standing.allowance.spentNanos, windowStart(standing, now));
    spans.add(standing.totalNanos, standing.createdAt);
    if (standing.totalNanos && !readings.isEmpty())
        spans.add(*standing.totalNanos - readings.first().totalNanos, readings.first().at);
    return spans.chosen();
}

} // namespace

std::optional<QDateTime> nextReset(const KeyStanding &standing, const QDateTime &now)
{
    const Allowance &own = standing.allowance;
    if (own.unlimited)
        return {};
    if (own.resetsAt) // one that has passed is late, and nobody knows how much
        return *own.resetsAt > now ? own.resetsAt : std::nullopt;
    const QDate today = now.toUTC().date();
    if (own.window == "day"_L1)
        return startOf(today.addDays(1));
    if (own.window == "week"_L1)
        return startOf(monday(today).addDays(7));
    return own.window == "month"_L1 ? std::optional(startOf(firstOfMonth(today).addMonths(1))) : std::nullopt;
}

std::optional<qint64> usedToday(const KeyStanding &standing)
{
    const bool daily = standing.allowance.window == "day"_L1;
    return standing.todayNanos || !daily ? standing.todayNanos : standing.allowance.spentNanos;
}

Outlook outlookOf(const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now)
{
    const Allowance &own = standing.allowance;
    const auto rate = rateOf(standing, readings, now);
    Outlook out;
    if (rate)
        out.nanosPerDay = scaled(rate->nanos, day, rate->seconds);
    out.kind = own.unlimited  ? Outlook::Kind::Unlimited
        : !own.leftNanos      ? Outlook::Kind::Untold
        : *own.leftNanos <= 0 ? Outlook::Kind::UsedUp
        : !rate               ? Outlook::Kind::NoRate
        : rate->nanos == 0    ? Outlook::Kind::Idle
                              : Outlook::Kind::RunsOut;
    if (out.kind != Outlook::Kind::RunsOut)
        return out;
    out.secondsLeft = std::min(longest, scaled(*own.leftNanos, rate->seconds, rate->nanos));
    const auto reset = nextReset(standing, now);
    if (reset && now.addSecs(*out.secondsLeft) >= *reset)
        out.kind = Outlook::Kind::LastsToReset;
    return out;
}

} // namespace usage
