// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "usage/query.h"

namespace gateway {
class UsageSource;
}
namespace store {
class Store;
}

namespace usage {

// Keeps the store level with one gateway's usage: cursor, overlap, gaps, lease. Main thread.
class SyncService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        bool running = false;
        qint64 rowsThisTime = 0;
        std::optional<QDateTime> syncedAt; // of the last complete sync
        std::optional<Failure> failure; // of the last one
        QList<Gap> gaps;
        quint64 revision = 0; // rises whenever rows changed, here or by another program
    };

    SyncService(store::Store &store, QString profile, gateway::UsageSource *source, const Clock &clock);

    const State &state() const { return m_state; }
    bool supported() const { return m_source; }
    void sync(); // no-op while one runs
    void cancel();
    Task<Result<qint64>> syncNow(); // rows new or changed; for the command line

private:
    Task<> run();

    store::Store &m_store;
    QString m_profile;
    gateway::UsageSource *m_source;
    const Clock &m_clock;
    State m_state;
    TaskScope m_tasks;
};

} // namespace usage
