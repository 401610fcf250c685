// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/smoke_view.h"
#include "base/wait.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "smoke/next_step.h"
#include "smoke/preflight_facts.h"
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli {

QString wordOf(::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Words::tr("PASS");
    case Outcome::Skipped:
        return Words::tr("SKIPPED");
    case Outcome::Unsupported:
        return Words::tr("UNSUPPORTED");
    case Outcome::Warned:
        return Words::tr("WARN");
    case Outcome::Inconclusive:
        return Words::tr("INCONCLUSIVE");
    case Outcome::Failed:
        break;
    }
    return Words::tr("FAIL");
}

QString resultOf(const RunReport &run)
{
    const QString word = run.checks.isEmpty() ? Words::tr("nothing yet") : wordOf(run.outcome());
    return run.ended ? word : Words::tr("%1, not ended").arg(word);
}

static QString labelOf(const CheckReport &check)
{
    const QString id = check.check + check.variant;
    return check.alias.isEmpty() ? id : id + u' ' + check.alias;
}

static QString figuresOf(const CheckReport &check)
{
    QStringList out;
    if (check.firstTokenMs)
        out << Words::tr("first token %1 ms").arg(*check.firstTokenMs);
    if (check.chunks > 0)
        out << Words::tr("%n chunk(s)", nullptr, check.chunks);
    if (check.longestGapMs)
        out << Words::tr("longest gap %1 ms").arg(*check.longestGapMs);
    if (check.totalMs)
        out << Words::tr("%1 ms in all").arg(*check.totalMs);
    return out.join(u", "_s);
}

// An answer of two hundred short lines shall not push the verdicts off the screen.
static QString flowing(QString text)
{
    return text.replace(u"\r\n"_s, u" "_s).replace(u'\n', u' ');
}

namespace {

// Prints what a run says while it goes on. Lives for one run.
class LiveView final : public QObject
{
public:
    LiveView(Output &out, smoke::RunService &runs) : m_out(out), m_runs(runs)
    {
        connect(&runs, &Observable::changed, this, [this] { show(); });
    }
    void show()
    {
        for (const smoke::Live &live : m_runs.takeLive())
            if (live.what == smoke::Live::What::Text)
                say(live);
            else if (live.what == smoke::Live::What::Sent)
                endLine(); // each call's text has a line of its own
        const QList<smoke::Item> &items = m_runs.state().items;
        while (m_told < items.size() && items.at(m_told).progress == smoke::Item::Progress::Done)
            tell(items.at(m_told++).report);
    }

private:
    void say(const smoke::Live &live)
    {
        if (std::exchange(m_item, live.item) != live.item)
            endLine();
        m_out.live(flowing(live.text));
        m_open = true;
    }
    void endLine()
    {
        if (std::exchange(m_open, false))
            m_out.live(u"\n"_s);
    }
    void tell(const CheckReport &check)
    {
        endLine();
        m_out.note(u"%1  %2  %3"_s.arg(labelOf(check), wordOf(check.outcome), figuresOf(check)));
    }

    Output &m_out;
    smoke::RunService &m_runs;
    qsizetype m_told = 0;
    int m_item = -1;
    bool m_open = false; // the line of live text has no end yet
};

} // namespace

Task<RunReport> runLive(Context &context, workspace::LiveSession &session, smoke::Plan plan)
{
    smoke::RunService &runs = session.smoke();
    LiveView view(context.out, runs);
    context.interrupts.handledByCommand();
    QObject::connect(&context.interrupts, &Interrupts::came, &view, [&runs] { runs.cancel(); });
    runs.start(plan);
    bool ended = false;
    while (!ended && runs.state().running)
        ended = co_await SignalWait(&runs, &smoke::RunService::finished, 60s);
    view.show();
    if (runs.state().archiveFailure)
        context.out.note(
            Words::tr("the run could not be kept. %1").arg(text::wordsOf(*runs.state().archiveFailure).why));
    co_return runs.state().report;
}

// What did not pass, and who does what about it.
static void printReasons(Output &out, const CheckReport &check)
{
    const Reason *deciding = smoke::decidingReason(check);
    for (const Reason &reason : check.reasons)
        if (reason.outcome > Outcome::Unsupported || (&reason == deciding && reason.outcome != Outcome::Passed))
            out.line(u"%1  %2  %3: %4"_s.arg(labelOf(check), reason.id, wordOf(reason.outcome), reason.text));
    if (const QString next = smoke::nextStep(check); !next.isEmpty())
        out.line(u"  %1 %2"_s.arg(Words::tr("try:"), next));
}

void printRun(Context &context, const RunReport &run)
{
    context.out.document(jsonOf(run));
    Table rows{{Words::tr("TEST"), Words::tr("ALIAS"), Words::tr("RESULT"), Words::tr("COST"), Words::tr("FIGURES")}};
    for (const CheckReport &check : run.checks)
        rows << QStringList{
            check.check + check.variant, check.alias, wordOf(check.outcome), usd(check.costNanos), figuresOf(check)};
    context.out.table(rows);
    for (const CheckReport &check : run.checks)
        printReasons(context.out, check);
    context.out.line(Words::tr("run %1: %2").arg(run.id, resultOf(run)));
}

int exitOf(const RunReport &run, bool strict)
{
    const auto any = [&run](::Outcome outcome) {
        return std::ranges::any_of(
            run.checks, [outcome](const CheckReport &check) { return check.outcome == outcome; });
    };
    const auto answered = [](const CheckReport &check) { return check.ttfbMs.has_value(); };
    if (run.endedBy == "cost cap"_L1)
        return CapReached;
    if (run.endedBy == "cancelled"_L1)
        return Interrupted;
    // Refused or not to be reached; a process that takes calls and never answers them is there, and fails.
    const auto hangs = [](const Reason &reason) { return reason.entry == smoke::hungEntry; };
    const auto foundNobody = [&hangs](const CheckReport &check) {
        return check.check == "T00"_L1 && check.outcome == Outcome::Failed && !check.ttfbMs
            && std::ranges::none_of(check.reasons, hangs);
    };
    if (std::ranges::any_of(run.checks, foundNobody))
        return Unreachable;
    if (any(Outcome::Failed))
        return CheckFailed;
    if (std::ranges::none_of(run.checks, answered))
        return Unreachable;
    if (any(Outcome::Inconclusive))
        return Inconclusive;
    const bool soft = any(Outcome::Warned) || any(Outcome::Skipped) || any(Outcome::Unsupported);
    return strict && soft ? CheckFailed : AllWell;
}

} // namespace cli
