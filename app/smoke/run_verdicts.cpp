// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/measure.h"
#include "smoke/next_step.h"
#include "smoke/run_service.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;

// How a check of a run ends: what was measured, how it was judged, and why some were not run.
namespace smoke {

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

} // namespace smoke
