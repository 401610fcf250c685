// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include <functional>
#include <QObject>
#include <QTimer>

namespace secrets {

class Vaults;

// Locks the vault file when nobody was there for some time. Whoever sees input tells it. Main thread.
class IdleLock final : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualMinutes = 15;

    // busy: something runs that needs the secrets; then it waits for the end of it.
    IdleLock(
        Vaults &vaults, const Clock &clock, std::function<bool()> busy = [] { return false; });

    void setMinutes(int minutes); // 0: never
    int minutes() const { return m_minutes; }
    void touched(); // there was input
    void look(); // locks if it is time; it also looks by itself, every five seconds

private:
    Vaults &m_vaults;
    const Clock &m_clock;
    std::function<bool()> m_busy;
    int m_minutes = usualMinutes;
    QDateTime m_last; // input
    QTimer m_timer;
};

} // namespace secrets
