// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/idle_lock.h"
#include "secrets/vaults.h"

using namespace std::chrono_literals;

namespace secrets {

IdleLock::IdleLock(Vaults &vaults, const Clock &clock, std::function<bool()> busy)
    : m_vaults(vaults), m_clock(clock), m_busy(std::move(busy)), m_last(clock.now())
{
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::look);
    m_timer.start(5s);
}

void IdleLock::setMinutes(int minutes)
{
    m_minutes = minutes;
    m_last = m_clock.now();
}

// A machine that slept wakes with input, before any timer: what was overdue is locked first.
void IdleLock::touched()
{
    look();
    m_last = m_clock.now();
}

void IdleLock::look()
{
    const QDateTime now = m_clock.now();
    if (now < m_last) // the clock was put back
        m_last = now;
    if (m_minutes > 0 && m_vaults.lockable() && m_last.secsTo(now) >= m_minutes * 60 && !m_busy())
        m_vaults.lock();
}

} // namespace secrets
