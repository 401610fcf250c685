// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/run_service.h"
#include "base/ids.h"
#include "base/wait.h"
#include "net/fingerprint.h"
#include "smoke/measure.h"
#include "smoke/next_step.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smoke {

static constexpr int mostRefusals = 3;
static constexpr int recentShown = 20;
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
    return Bench{*m_recorder, target, plan.aliases, nonce, m_clock, plan.pace};
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

// While text streams in, only what costs little is kept up to date.
void RunService::measure(int at)
{
    CheckReport &report = m_state.items[at].report;
    const QList<qint64> &arrivals = m_recorder->pieces();
    report.chunks = int(arrivals.size());
    if (!arrivals.isEmpty()) {
        const qint64 gap = arrivals.size() > 1 ? arrivals.last() - arrivals.at(arrivals.size() - 2) : 0;
        const qint64 before = arrivals.size() > 2 ? report.longestGapMs.value_or(0) : 0;
        report.firstTokenMs = arrivals.first() / 1'000'000;
        report.longestGapMs = std::max(before, gap / 1'000'000);
    }
    announce();
}

static QString verdictId(const CheckReport &report, const char *what)
{
    return report.check + u'.' + QLatin1String(what);
}

void RunService::settle(int at, const Verdict &verdict)
{
    CheckReport &report = m_state.items[at].report;
    report.reasons = verdict.reasons;
    report.outcome = verdict.outcome;
    for (const QString &note : m_recorder->notes())
        report.reasons << Reason{verdictId(report, "note"), Outcome::Passed, note, {}};
    report.next = nextStep(report);
    measureInto(report, *m_recorder);
    m_kept[at] = m_recorder->calls();
    m_refusals = m_recorder->refusalsInARow(m_refusals);
    m_state.items[at].progress = Item::Progress::Done;
    m_state.report.checks << report;
    m_state.spentNanos = m_purse.spentNanos();
    m_bell.ring();
    announce();
}

void RunService::settleCancelled(int at)
{
    m_recorder->closeOpen();
    Verdict verdict;
    const CheckReport &report = m_state.items.at(at).report;
    verdict.add(Outcome::Inconclusive, verdictId(report, "cancelled"),
        translate("smoke", "Cancelled by you after %1 and %2; what had come until then is kept.")
            .arg(translate("smoke", "%n call(s)", nullptr, int(m_recorder->calls().size())),
                translate("smoke", "%n piece(s)", nullptr, int(m_recorder->pieces().size()))));
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

static QString skippedBecause(const QString &why)
{
    if (why == u"cost cap")
        return translate("smoke", "Not run: the cost cap of the run was reached. Raise it, or choose fewer checks.");
    if (why == u"auth failures")
        return translate(
            "smoke", "Not run: the key was refused three times in a row. Check the key of this connection.");
    if (why == u"nobody")
        return translate("smoke", "Not run: nothing answers at this address (see T00).");
    return translate("smoke", "Not run: the run was stopped.");
}

void RunService::skipRest(int from, const QString &why)
{
    for (int at = from; at < m_state.items.size(); ++at) {
        Item &item = m_state.items[at];
        item.progress = Item::Progress::Done;
        item.report.outcome = Outcome::Skipped;
        item.report.started = m_clock.now();
        item.report.reasons << Reason{verdictId(item.report, "skipped"), Outcome::Skipped, skippedBecause(why), {}};
        item.report.next = nextStep(item.report);
        m_state.report.checks << item.report;
    }
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

QList<Live> RunService::takeLive()
{
    return m_live.take();
}

QList<Evidence> RunService::callsOf(int item) const
{
    if (item < 0 || item >= m_kept.size())
        return {};
    const bool runs =
        m_recorder && item == m_state.current && m_state.items.at(item).progress == Item::Progress::Running;
    return runs ? m_recorder->calls() : m_kept.at(item);
}

const QList<qint64> &RunService::pieces() const
{
    static const QList<qint64> none;
    return m_recorder ? m_recorder->pieces() : none;
}

} // namespace smoke
