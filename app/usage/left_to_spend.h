// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "domain/allowance.h"
#include "usage/own_key_gauge.h"
#include <QList>

namespace gateway {
class Limits;
}

namespace usage {

// What wallets, teams and keys of one gateway may still spend, as it says itself. Read only when somebody asks: it costs
// calls, and is true at that moment only. Main thread.
class LeftToSpend final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        bool reading = false;
        std::optional<QDateTime> readAt; // of `all`; empty: never
        QList<Allowance> all;
        std::optional<Failure> failure; // of the last time; what was read before stays
    };

    LeftToSpend(gateway::Limits *limits, const Clock &clock) : m_limits(limits), m_clock(clock) {}
    const State &state() const { return m_state; }
    bool supported() const { return m_limits; }
    void read(); // no-op while one is under way
    // What the connection's own key has left, of a connection that has nothing but a key; null: of others.
    OwnKeyGauge *ownKey() const { return m_ownKey.get(); }
    void minds(std::unique_ptr<OwnKeyGauge> ownKey) { m_ownKey = std::move(ownKey); }

private:
    Task<> readTask();

    gateway::Limits *m_limits; // null: the kind tells none
    const Clock &m_clock;
    State m_state;
    std::unique_ptr<OwnKeyGauge> m_ownKey;
    TaskScope m_reads;
};

} // namespace usage
