// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "usage/days_left.h"
#include <memory>
#include <QTimer>

namespace gateway {
class OwnKey;
}

namespace usage {

// What the key of one connection has left, as its gateway tells the key itself: at most one request a minute, and fewer
// while it is refused. Main thread.
class OwnKeyGauge final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        bool reading = false;
        bool notOffered = false; // this gateway, or this key, is told nothing
        std::optional<QDateTime> readAt; // of `standing`; empty: never
        KeyStanding standing;
        QList<KeyReading> readings; // oldest first; a week of them at most
        std::optional<Failure> failure; // of the last time; what was read before stays
    };

    explicit OwnKeyGauge(const Clock &clock);
    const State &state() const { return m_state; }
    void use(std::shared_ptr<gateway::OwnKey> reader); // who is asked from now on; what was read stays
    // Readings from before this program was started, oldest first; what they tell no rate with is left out.
    void remember(const QList<KeyReading> &kept);
    void watch(); // reads from now on whenever it is due
    void read(); // no-op while one is under way, and before the next one is due
    QDateTime dueAt() const { return m_dueAt; } // invalid: now

private:
    Task<> readTask(std::shared_ptr<gateway::OwnKey> reader);
    void keep(const KeyStanding &standing);
    void fail(const Failure &failure);
    bool due() const;

    const Clock &m_clock;
    std::shared_ptr<gateway::OwnKey> m_reader;
    State m_state;
    QDateTime m_askedAt;
    QDateTime m_dueAt;
    int m_refusals = 0; // in a row
    QTimer m_timer;
    TaskScope m_reads;
};

} // namespace usage
