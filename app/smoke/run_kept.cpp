// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/run_service.h"

// What is kept of a run, and the runs kept before.
namespace smoke {

static constexpr int recentShown = 20;

QList<Evidence> RunService::allKept() const
{
    QList<Evidence> evidence;
    for (const QList<Evidence> &calls : m_kept)
        evidence << calls;
    return evidence;
}

Task<> RunService::keepSoFar()
{
    const auto kept = co_await m_archive.keepSoFar(m_state.report, allKept());
    if (!kept)
        m_state.archiveFailure = kept.error();
}

Task<> RunService::keep()
{
    RunReport &report = m_state.report;
    report.ended = m_clock.now();
    const auto saved = co_await m_archive.save(report, allKept());
    if (!saved)
        m_state.archiveFailure = saved.error();
    m_state.running = false;
    m_state.cancelling = false;
    m_state.current = -1;
    co_await load(recentShown);
    announce();
    QMetaObject::invokeMethod(this, &RunService::finished, Qt::QueuedConnection);
}

void RunService::loadRecent()
{
    m_loads.cancel();
    m_loads.run(load(recentShown));
}

Task<> RunService::load(int count)
{
    const auto recent = co_await m_archive.recent(count);
    m_state.recentLoaded = true;
    if (recent)
        m_state.recent = *recent;
    else
        m_state.archiveFailure = recent.error();
    const bool none = m_state.items.isEmpty() && !m_state.running && m_state.report.id.isEmpty();
    if (none && !m_state.recent.isEmpty())
        m_state.report = m_state.recent.first();
    announce();
}

void RunService::loadCalls(const RunReport &kept)
{
    m_readings.cancel();
    m_readings.run(readCalls(kept));
}

Task<> RunService::readCalls(RunReport kept)
{
    const auto calls = co_await m_archive.calls(kept);
    m_state.keptRun = kept.id;
    m_state.keptCalls = calls ? *calls : QList<Evidence>();
    m_state.keptFailure = calls ? std::nullopt : std::optional(calls.error());
    announce();
}

QList<Evidence> RunService::callsOf(int item) const
{
    if (item < 0 || item >= m_kept.size())
        return {};
    const bool runs =
        m_recorder && item == m_state.current && m_state.items.at(item).progress == Item::Progress::Running;
    return runs ? m_recorder->calls() : m_kept.at(item);
}

} // namespace smoke
