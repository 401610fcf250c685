// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

namespace shell {

// Counts how long the main thread did not come back to its event loop. Time in which it waited for a processor is left
// out: a busy machine is not our fault. Main thread.
class Watchdog final : public QObject
{
    Q_OBJECT

public:
    using Span = std::chrono::microseconds;
    explicit Watchdog(std::chrono::milliseconds limit = std::chrono::milliseconds(50));
    void reset(); // forgets what was before
    const QList<Span> &stalls() const { return m_stalls; } // longer than the limit
    Span longest() const { return m_longest; }

private:
    void beat();
    static Span waited(); // of this thread for a processor, since its start

    Span m_limit;
    QTimer m_timer;
    QElapsedTimer m_since;
    Span m_waited{0};
    QList<Span> m_stalls;
    Span m_longest{0};
};

} // namespace shell
