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
struct SyncState;
struct Written;
} // namespace store

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

    // How long syncNow() waits for another program that syncs the same profile.
    static constexpr std::chrono::seconds leaseWait{30};

    SyncService(store::Store &store, QString profile, gateway::UsageSource *source, const Clock &clock,
        std::chrono::milliseconds wait = leaseWait);
    ~SyncService() override;

    const State &state() const { return m_state; }
    bool supported() const { return m_source; }
    void sync(); // no-op while one runs
    void cancel();
    Task<Result<qint64>> syncNow(); // rows new or changed; waits for another program; for the command line
    // The row of one call: from the store, else from the gateway and then kept. NotFound while neither has it.
    Task<Result<UsageRecord>> byRequest(QString requestId);

private:
    Task<> run();
    Task<Result<qint64>> syncOnce();
    Task<Result<qint64>> walk(QString owner);
    Task<Result<qint64>> lookAgain(QString owner, const store::SyncState &was);
    Task<Result<>> noteLook();
    void told(const store::Written &written);
    Task<> loadKept();
    Task<> leave(QString owner);
    void stop();

    store::Store &m_store;
    QString m_profile;
    gateway::UsageSource *m_source;
    const Clock &m_clock;
    std::chrono::milliseconds m_wait;
    QString m_owner; // of the lease while a sync runs
    State m_state;
    TaskScope m_loads; // last: they die first, so no task outlives the members above
    TaskScope m_tasks;
};

} // namespace usage
