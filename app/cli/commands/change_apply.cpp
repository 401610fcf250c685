// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/change_lookup.h"
#include "cli/set_writes.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

// The set, its gateway connected.
static Task<Maybe<FoundSet>> connectedSet(Context &context, QString what)
{
    const auto found = co_await findSet(context, what);
    if (!found)
        co_return found;
    const Result<> reached = co_await connected(context, *found->session);
    if (!reached)
        co_return tl::unexpected<Trouble>(notConnected(context, *found->session, what, reached.error()));
    co_return found;
}

static bool deletes(const changes::ChangeSet &set)
{
    return std::ranges::any_of(
        set.steps, [](const changes::Step &step) { return changes::verbOf(step.wanted) == changes::Verb::Delete; });
}

static Task<int> apply(Context &context)
{
    const auto found = co_await connectedSet(context, u"change apply"_s);
    if (!found)
        co_return context.failed(found.error());
    const auto radius = co_await found->session->changes().radius(found->set);
    if (radius)
        context.out.note(inShort(*radius));
    const QString question = Words::tr("apply change set %1 (%n step(s)) to %2", nullptr, int(found->set.steps.size()))
                                 .arg(QString::number(found->set.id), found->session->state().profile.name);
    const auto may = mayWrite(context, found->session->state().profile, question, deletes(found->set));
    if (!may)
        co_return context.failed(may.error());
    const auto outcome = co_await applied(context, found->session, found->set, context.args.has("keep-going"));
    if (!outcome)
        co_return context.failed(outcome.error());
    co_return printOutcome(context, *found->session, *outcome);
}

static Task<int> undo(Context &context)
{
    const auto found = co_await connectedSet(context, u"change undo"_s);
    if (!found)
        co_return context.failed(found.error());
    const QString question =
        Words::tr("undo change set %1 on %2").arg(QString::number(found->set.id), found->session->state().profile.name);
    const auto may = mayWrite(context, found->session->state().profile, question, deletes(found->set));
    if (!may)
        co_return context.failed(may.error());
    const auto outcome = co_await undone(context, found->session, found->set);
    if (!outcome)
        co_return context.failed(outcome.error());
    co_return printOutcome(context, *found->session, *outcome);
}

static Trouble notDropped(const changes::ChangeSet &set, const Failure &failure)
{
    Trouble why = trouble(u"change drop"_s, failure).value();
    why.why = failure.detail;
    why.next = u"gwctl change show %1"_s.arg(set.id);
    return why;
}

static Task<int> drop(Context &context)
{
    const auto found = co_await findSet(context, u"change drop"_s);
    if (!found)
        co_return context.failed(found.error());
    const auto dropped = co_await found->session->changes().dropped(found->set.id);
    if (!dropped)
        co_return context.failed(notDropped(found->set, dropped.error()));
    context.out.document(jsonOf(*dropped, found->session->state().profile.name));
    context.out.line(Words::tr("dropped change set %1; what it had applied stays").arg(dropped->id));
    co_return AllWell;
}

extern const Command changeApply;
const Command changeApply{"change apply", "N",
    QT_TRANSLATE_NOOP("Words", "applies a change set and reads each step back; goes on where it stopped"),
    "change apply 3 --yes",
    {{"keep-going", "", QT_TRANSLATE_NOOP("Words", "go on past a step that fails; what needs it is left out")}}, apply};

extern const Command changeUndo;
const Command changeUndo{"change undo", "N",
    QT_TRANSLATE_NOOP("Words", "takes back what a change set has applied, and says what cannot be"),
    "change undo 3 --yes", {}, undo};

extern const Command changeDrop;
const Command changeDrop{"change drop", "N",
    QT_TRANSLATE_NOOP("Words", "gives up a change set that is open or stopped"), "change drop 3", {}, drop};

} // namespace cli
