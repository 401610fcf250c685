// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/run_service.h"
#include "base/ids.h"
#include "base/wait.h"
#include "net/fingerprint.h"
#include "smoke/measure.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smoke {

static constexpr int mostRefusals = 3;
static constexpr auto longestWait = 10min; // then it looks again; a check has its own limits

RunService::RunService(net::Http &http, RunArchive &archive, const Clock &clock)
    : m_http(http), m_archive(archive), m_clock(clock)
{}

void RunService::start(const Plan &plan)
{
    if (m_state.running)
        return;
    m_state.items = itemsOf(plan);
    m_state.current = -1;
    m_state.running = true;
    m_state.cancelling = false;
    m_state.archiveFailure.reset();
    m_state.spentNanos = 0;
    m_live = {};
    m_purse = Purse(plan.costCapNanos, plan.prices);
    m_refusals = 0;
    m_nonces.clear();
    m_kept = QList<QList<Evidence>>(m_state.items.size());
    m_recorder.reset();

    RunReport report;
    report.id = newUlid(m_clock);
    report.suite = plan.suite;
    report.profile = plan.profile;
    report.gatewayKind = plan.target.kind;
    report.gatewayVersion = plan.gatewayVersion;
    report.keyFingerprint = net::fingerprint(plan.target.key);
    report.started = m_clock.now();
    report.costCapNanos = plan.costCapNanos;
    report.context = contextOf(plan.target);
    m_state.report = report;
    m_runs.run(run(plan));
    announce();
}

Task<> RunService::run(Plan plan)
{
    co_await keepSoFar();
    QString why = stopReason();
    int at = 0;
    for (; at < m_state.items.size() && why.isEmpty(); ++at) {
        co_await runItem(at, plan);
        why = foundNobody(at) ? u"nobody"_s : stopReason();
        if (!why.isEmpty() || at + 1 == m_state.items.size())
            continue;
        co_await keepSoFar();
        co_await obeyRetryAfter(plan.pace.longestPause);
        why = stopReason();
    }
    m_state.report.endedBy = stopReason();
    skipRest(at, why);
    co_await keep();
}

// The preflight got no answer at all: what follows would only wait out its limits.
bool RunService::foundNobody(int at) const
{
    const net::Recorded *call = m_recorder->measured();
    const CheckReport &report = m_state.items.at(at).report;
    return report.check == u"T00" && report.outcome == Outcome::Failed && call && call->exchange.status == 0;
}

QString RunService::stopReason() const
{
    if (m_state.cancelling)
        return u"cancelled"_s;
    if (m_purse.exhausted())
        return u"cost cap"_s;
    return m_refusals >= mostRefusals ? u"auth failures"_s : QString();
}

Bench RunService::benchFor(int at, const Plan &plan)
{
    Target target = plan.target;
    target.alias = m_state.items.at(at).alias;
    const QString test = idOf(*m_state.items.at(at).check);
    const QString run = m_state.report.id.right(8).toLower();
    const auto nonce = [this, test, run] { return u"gw-%1-%2-%3"_s.arg(run, test).arg(++m_nonces[test]); };
    return Bench{*m_recorder, target, plan.aliases, nonce, m_clock, plan.pace, plan.givenUp};
}

Task<> RunService::runItem(int at, Plan plan)
{
    Item &item = m_state.items[at];
    item.progress = Item::Progress::Running;
    item.report.started = m_clock.now();
    m_state.current = at;
    const auto say = [this, at](Live entry) {
        entry.item = at;
        m_live.add(entry);
        measure(at);
    };
    m_recorder = std::make_unique<Recorder>(m_http, m_clock, m_purse, nameOf(item.report), say);
    m_bench = std::make_unique<Bench>(benchFor(at, plan));
    m_checks.run(judge(at, *m_bench));
    while (m_state.items.at(at).progress != Item::Progress::Done)
        co_await SignalWait(&m_bell, &Bell::rung, longestWait);
}

Task<> RunService::judge(int at, Bench &bench)
{
    const Verdict verdict = co_await m_state.items.at(at).check->run(bench);
    settle(at, verdict);
}

void RunService::cancelCheck()
{
    if (!m_state.running || m_state.current < 0
        || m_state.items.at(m_state.current).progress != Item::Progress::Running)
        return;
    m_checks.cancel();
    settleCancelled(m_state.current);
}

void RunService::cancel()
{
    if (!m_state.running)
        return;
    m_state.cancelling = true;
    cancelCheck();
    m_bell.ring();
    announce();
}

// The same call is not made again: the next check waits.
Task<> RunService::obeyRetryAfter(std::chrono::milliseconds longest)
{
    const auto asked = m_recorder->retryAfter();
    if (!asked)
        co_return;
    const QDateTime until = m_clock.now().addMSecs(std::min(*asked, longest).count());
    const qint64 seconds = (std::min(*asked, longest).count() + 999) / 1000;
    m_state.pause = translate("smoke", "Waiting %1 s, as the gateway's Retry-After asks.").arg(seconds);
    m_live.add({Live::What::Note, m_state.pause, 0, m_state.current});
    announce();
    while (!m_state.cancelling) {
        const std::chrono::milliseconds left(m_clock.now().msecsTo(until));
        if (left <= 0ms)
            break;
        co_await SignalWait(&m_bell, &Bell::rung, left);
    }
    m_state.pause.clear();
}

QList<Live> RunService::takeLive()
{
    return m_live.take();
}

const QList<qint64> &RunService::pieces() const
{
    static const QList<qint64> none;
    return m_recorder ? m_recorder->pieces() : none;
}

} // namespace smoke
