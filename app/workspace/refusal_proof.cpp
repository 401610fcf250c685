// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/refusal_proof.h"
#include "workspace/workspace.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static RefusalProof::PlanOf planOn(const Session &session)
{
    return [&session](const RefusalProof::Wish &wish) {
        const QStringList aliases = wish.alias.isEmpty() ? QStringList() : QStringList{wish.alias};
        smoke::Plan plan = session.planToRefuse(wish.key, aliases, wish.limit);
        plan.givenUp = wish.act;
        return plan;
    };
}

RefusalProof::RefusalProof(Session &session) : RefusalProof(session.smoke(), planOn(session)) {}

RefusalProof::RefusalProof(smoke::RunService &runs, PlanOf planOf) : m_runs(runs), m_planOf(std::move(planOf))
{
    m_state.blocked = runs.state().running;
    connect(&m_runs, &Observable::changed, this, &RefusalProof::follow);
}

RefusalProof::~RefusalProof()
{
    cancel();
}

void RefusalProof::start(const Wish &wish)
{
    if (m_runs.state().running || m_state.phase == State::Phase::Running)
        return;
    m_runs.start(m_planOf(wish));
    m_act = wish.act;
    m_since.start();
    m_state = {};
    m_state.phase = State::Phase::Running;
    m_state.run = m_runs.state().report.id;
    announce();
}

std::chrono::milliseconds RefusalProof::elapsed() const
{
    return std::chrono::milliseconds(m_since.isValid() ? m_since.elapsed() : 0);
}

void RefusalProof::cancel()
{
    if (m_state.phase == State::Phase::Running && m_runs.state().report.id == m_state.run)
        m_runs.cancel();
}

void RefusalProof::reset()
{
    if (m_state.phase != State::Phase::Ended)
        return;
    m_state = {};
    m_state.blocked = m_runs.state().running;
    announce();
}

// Another run may have begun before the end of ours was seen: then it is among those kept.
void RefusalProof::follow()
{
    const smoke::RunService::State &runs = m_runs.state();
    const bool ours = runs.report.id == m_state.run && !m_state.run.isEmpty();
    const auto kept = std::ranges::find(runs.recent, m_state.run, &RunReport::id);
    m_state.blocked = runs.running && !ours;
    if (m_state.phase == State::Phase::Running && ours) {
        m_state.stopping = runs.cancelling;
        m_state.facts = smoke::factsSoFar(m_runs.callsOf(0), m_act);
        m_state.unkept = runs.archiveFailure;
        if (!runs.running)
            end(runs.report);
    } else if (m_state.phase == State::Phase::Running && kept != runs.recent.cend()) {
        end(*kept);
    }
    announce();
}

void RefusalProof::end(const RunReport &report)
{
    m_state.phase = State::Phase::Ended;
    m_state.stopping = false;
    m_state.endedBy = report.endedBy;
    m_state.report = report.checks.value(0);
}

} // namespace workspace
