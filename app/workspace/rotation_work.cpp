// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/rotation_work.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "gateway/facets.h"
#include "workspace/live_session.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

Task<Result<std::optional<Key>>> SessionRotation::find(QString id)
{
    gateway::Keys *facet = m_session.admin().keys();
    if (!facet)
        co_return fail(FailureKind::Unsupported, u"list keys"_s);
    const Result<Key> found = co_await facet->find(id);
    if (found)
        co_return std::optional(*found);
    if (found.error().kind == FailureKind::NotFound)
        co_return std::optional<Key>();
    co_return tl::unexpected<Failure>(found.error());
}

Task<Result<changes::Done>> SessionRotation::write(changes::Change change)
{
    gateway::Keys *facet = m_session.admin().keys();
    if (!facet)
        co_return fail(FailureKind::Unsupported, u"write key"_s);
    const Result<changes::Done> done = co_await changes::apply(*facet, m_session.journal(), change);
    m_session.keys().refresh();
    co_return done;
}

Task<Result<>> SessionRotation::readUsage()
{
    const Result<qint64> rows = co_await m_session.sync().syncNow();
    if (!rows)
        co_return tl::unexpected<Failure>(rows.error());
    co_return Result<>();
}

QList<Alias> SessionRotation::offered() const
{
    return m_session.state().aliases;
}

// A skipped or unsupported check proves nothing by itself; a failed or undecided one refuses the proof.
static bool proves(const RunReport &run)
{
    const Outcome outcome = run.outcome();
    return outcome != Outcome::Failed && outcome != Outcome::Inconclusive && run.endedBy.isEmpty();
}

Task<Result<keys::RotationWork::Called>> SessionRotation::call(
    Secret key, Proof proof, QStringList aliases, std::optional<GivenUp> act)
{
    smoke::RunService &runs = m_session.smoke();
    if (runs.state().running)
        co_return fail(FailureKind::Conflict, u"smoke run"_s);
    smoke::Plan plan =
        proof == Proof::Works ? m_session.planToProve(key, aliases) : m_session.planToRefuse(key, {}, 10min);
    plan.givenUp = act;
    runs.start(plan);
    while (runs.state().running)
        co_await SignalWait(&runs, &smoke::RunService::finished, 60s);
    const RunReport &report = runs.state().report;
    co_return Called{report.id, proves(report)};
}

} // namespace workspace
