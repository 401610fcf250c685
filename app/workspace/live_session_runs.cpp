// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "base/wait.h"
#include "gateway/facets.h"
#include "workspace/live_session.h"
#include "workspace/run_key.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The half of a session that runs smoke tests, with a key of their own where the profile has none.
namespace workspace {

void LiveSession::runSmoke(QStringList checks, QStringList aliases)
{
    const bool idle = m_runs.count() == 0;
    if (!idle && (!m_begun || m_smoke.state().running))
        return; // one is being prepared, or runs
    m_wish = SmokeWish{checks, aliases};
    if (idle)
        m_runs.run(smokeTask());
}

// A run asked for while the one before is tidied away starts after it.
Task<> LiveSession::smokeTask()
{
    while (const auto wish = std::exchange(m_wish, std::nullopt)) {
        co_await oneRun(*wish);
        m_begun = false;
    }
}

Task<> LiveSession::oneRun(SmokeWish wish)
{
    const Result<smoke::Plan> ready = co_await plan(wish.checks, wish.aliases, smoke::Plan().costCapNanos);
    if (!ready) {
        m_state.failure = ready.error();
        announce();
        co_return;
    }
    while (m_smoke.state().running) // a proof was begun meanwhile
        co_await SignalWait(&m_smoke, &smoke::RunService::finished, 60s);
    m_smoke.start(*ready);
    m_begun = true;
    while (m_smoke.state().running)
        co_await SignalWait(&m_smoke, &smoke::RunService::finished, 60s);
    co_await tidy();
}

smoke::Plan LiveSession::planWith(const Secret &key, const QStringList &checks, const QStringList &aliases) const
{
    smoke::Plan plan;
    plan.suite = u"default"_s;
    plan.checks = checks;
    plan.aliases = aliases;
    plan.profile = m_state.profile.name;
    plan.gatewayVersion = m_state.version;
    plan.target.dataBase = m_state.profile.dataUrl;
    plan.target.adminBase = m_state.profile.adminUrl;
    plan.target.kind = m_state.profile.kind;
    plan.target.adminKey = m_adminSecret;
    plan.target.key = key;
    for (const Alias &alias : m_state.aliases)
        if (alias.price.inputNanos && alias.price.outputNanos)
            plan.prices.insert(alias.name, alias.price);
    return plan;
}

smoke::Plan LiveSession::planToProve(const Secret &key, const QStringList &aliases) const
{
    smoke::Plan plan = planWith(key, {u"T00"_s, u"T01"_s}, aliases);
    plan.suite = u"rotation"_s;
    return plan;
}

smoke::Plan LiveSession::planToRefuse(
    const Secret &key, const QStringList &aliases, std::chrono::milliseconds limit) const
{
    smoke::Plan plan = planWith(key, {u"T07g"_s}, aliases);
    plan.suite = u"revocation"_s;
    plan.pace.probing = limit;
    return plan;
}

Task<Result<smoke::Plan>> LiveSession::plan(QStringList checks, QStringList aliases, qint64 capNanos)
{
    smoke::Plan plan = planWith(m_dataSecret.isEmpty() ? m_givenKey : m_dataSecret, checks, aliases);
    plan.costCapNanos = capNanos;
    if (plan.target.key.isEmpty())
        plan.target.key = co_await orReturn(keyForRun(aliases, capNanos));
    co_return plan;
}

Task<Result<Secret>> LiveSession::keyForRun(QStringList aliases, qint64 capNanos)
{
    if (!m_admin.keys() || !features().has(gateway::Feature::CreateKey))
        co_return fail(FailureKind::Secret, Words::tr("the connection has no data key to run smoke tests with"));
    co_await removeLeftKeys();
    const Key wanted = runKey(m_adapter, features(), aliases, capNanos, m_parts.clock);
    co_await orReturn(m_runKeys.note(wanted.name));
    changes::Change change;
    change.after = wanted;
    const changes::Done done = co_await orReturn(changes::apply(*m_admin.keys(), m_journal, change));
    m_runKey = done.change.after;
    co_return done.secret.value_or(Secret());
}

// Of runs that were killed: what cannot be removed now is tried again by the next run.
Task<> LiveSession::removeLeftKeys()
{
    const QStringList left = m_runKeys.left();
    for (const QString &name : left) {
        const auto found = co_await m_admin.keys()->named(name);
        bool gone = found.has_value();
        for (qsizetype i = 0; gone && i < found->size(); ++i) {
            changes::Change change;
            change.before = found->at(i);
            const auto done = co_await changes::apply(*m_admin.keys(), m_journal, change);
            gone = done.has_value();
        }
        if (gone)
            m_runKeys.drop(name);
    }
}

Task<> LiveSession::tidy()
{
    if (!m_runKey || !features().has(gateway::Feature::DeleteKey))
        co_return;
    changes::Change change;
    change.before = std::exchange(m_runKey, std::nullopt);
    const auto done = co_await changes::apply(*m_admin.keys(), m_journal, change);
    if (!done)
        qWarning("the key of the smoke run could not be deleted; the next run does it, or it expires within an hour");
    else
        m_runKeys.forget();
    m_keys.refresh();
}

} // namespace workspace
