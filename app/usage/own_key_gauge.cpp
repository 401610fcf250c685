// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/own_key_gauge.h"
#include "gateway/own_key.h"
#include <algorithm>

using namespace std::chrono_literals;

namespace usage {

namespace {

constexpr auto betweenLooks = 5s; // at the clock; nothing is asked
constexpr qint64 betweenReads = 60; // seconds
constexpr qint64 mostBetween = 20 * 60; // as long as the strictest of the known limits lasts
constexpr qint64 betweenReadings = 600; // that are kept
constexpr qsizetype mostReadings = 7 * 24 * 6;

} // namespace

OwnKeyGauge::OwnKeyGauge(const Clock &clock) : m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &OwnKeyGauge::read);
}

void OwnKeyGauge::use(std::shared_ptr<gateway::OwnKey> reader)
{
    m_reader = std::move(reader);
}

void OwnKeyGauge::remember(const QList<KeyReading> &kept)
{
    QList<KeyReading> &all = m_state.readings;
    const QDateTime week = m_clock.now().addDays(-7);
    QList<KeyReading> before;
    for (const KeyReading &reading : kept) {
        if (!before.isEmpty() && reading.totalNanos < before.last().totalNanos)
            before.clear(); // it began anew
        const bool first = all.isEmpty() || reading.at < all.first().at;
        if (first && reading.at >= week && reading.at <= m_clock.now())
            before << reading;
    }
    if (!all.isEmpty() && !before.isEmpty() && before.last().totalNanos > all.first().totalNanos)
        before.clear();
    all = before + all;
    announce();
}

void OwnKeyGauge::watch()
{
    if (!m_timer.isActive())
        m_timer.start(betweenLooks);
    read();
}

// A clock that was put back must not hold it up for good.
bool OwnKeyGauge::due() const
{
    const QDateTime now = m_clock.now();
    return !m_dueAt.isValid() || now >= m_dueAt || now < m_askedAt;
}

void OwnKeyGauge::read()
{
    if (!m_reader || m_state.reading || !due())
        return;
    m_askedAt = m_clock.now();
    m_dueAt = m_askedAt.addSecs(betweenReads);
    m_state.reading = true;
    announce();
    m_reads.run(readTask(m_reader));
}

Task<> OwnKeyGauge::readTask(std::shared_ptr<gateway::OwnKey> reader)
{
    const auto told = co_await reader->ask();
    m_state.reading = false;
    if (told)
        keep(*told);
    else
        fail(told.error());
    announce();
}

void OwnKeyGauge::keep(const KeyStanding &standing)
{
    const QDateTime now = m_clock.now();
    m_refusals = 0;
    m_state.failure.reset();
    m_state.notOffered = false;
    m_state.standing = standing;
    m_state.readAt = now;
    QList<KeyReading> &all = m_state.readings;
    if (!standing.totalNanos)
        return;
    if (!all.isEmpty() && *standing.totalNanos < all.last().totalNanos)
        all.clear(); // it began anew: what was before tells no rate
    if (all.isEmpty() || all.last().at.secsTo(now) >= betweenReadings)
        all << KeyReading{now, *standing.totalNanos};
    if (all.size() > mostReadings)
        all.removeFirst();
}

void OwnKeyGauge::fail(const Failure &failure)
{
    m_state.failure = failure;
    m_state.notOffered = failure.kind == FailureKind::Unsupported;
    m_refusals = std::min(m_refusals + 1, 5);
    const qint64 pause = m_state.notOffered ? mostBetween : std::min(mostBetween, betweenReads << m_refusals);
    m_dueAt = m_clock.now().addSecs(pause);
}

} // namespace usage
