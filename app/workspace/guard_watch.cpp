// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/guard_watch.h"
#include "store/guards.h"
#include "workspace/live_workspace.h"

namespace workspace {

GuardWatch::GuardWatch(LiveWorkspace &workspace) : m_workspace(workspace)
{
    m_timer.setInterval(betweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &GuardWatch::start);
}

void GuardWatch::start()
{
    m_timer.start();
    if (!m_looking) // a write must not be broken off for the next round
        m_looks.run(oneRound());
}

Task<> GuardWatch::oneRound()
{
    m_looking = true;
    co_await lookNow();
    m_looking = false;
}

Task<> GuardWatch::lookNow()
{
    const auto read = [](sql::Database &db) { return store::guardedProfiles(db); };
    const auto guarded = co_await m_workspace.store().read(read);
    if (!guarded)
        co_return; // the open connection says what is wrong with the store
    for (const QString &profileId : *guarded)
        if (profileId != m_workspace.state().current)
            co_await lookAt(profileId);
}

// What cannot be reached or read is judged by what is known of it; a write that fails is noted with its guard.
Task<> GuardWatch::lookAt(QString profileId)
{
    const std::unique_ptr<LiveSession> session = m_workspace.beside(profileId);
    if (!session)
        co_return;
    const Result<> reached = co_await session->connected();
    if (!reached)
        co_return; // nothing could be written either
    if (session->sync().supported())
        co_await session->sync().syncNow();
    co_await session->guards().enforceNow();
}

} // namespace workspace
