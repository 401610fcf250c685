// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchdog.h"
#include <QFile>

namespace shell {

static constexpr std::chrono::milliseconds heartbeat(10);

Watchdog::Watchdog(std::chrono::milliseconds limit) : m_limit(limit)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::beat);
    reset();
    m_timer.start(heartbeat);
}

void Watchdog::reset()
{
    m_stalls.clear();
    m_longest = Span(0);
    m_waited = waited();
    m_since.start();
}

void Watchdog::beat()
{
    const Span now = waited();
    const Span stalled = Span(m_since.nsecsElapsed() / 1000) - (now - m_waited) - heartbeat;
    m_longest = std::max(m_longest, stalled);
    if (stalled > m_limit)
        m_stalls << stalled;
    m_waited = now;
    m_since.start();
}

// The second number of schedstat: nanoseconds ready to run, but without a processor.
Watchdog::Span Watchdog::waited()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return Span(0);
    const QList<QByteArray> numbers = file.readAll().split(' ');
    return Span(numbers.value(1).toLongLong() / 1000);
}

} // namespace shell
