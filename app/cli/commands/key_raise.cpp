// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/key_lookup.h"
#include "cli/scope.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include "guards/guard_words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key raise"_s;

// The raise that is asked for, as a budget that has it.
static Maybe<Budget> wanted(const Args &args, const Key &key)
{
    const auto more = budgetOf(args.word(1));
    if (!more)
        return more;
    const auto until = args.has("until") ? expiryOf(args.value("until"), Clock().now(), u"--until"_s)
                                         : Maybe<std::optional<QDateTime>>(std::optional<QDateTime>());
    if (!until)
        return tl::unexpected<Trouble>(until.error());
    if (!*until)
        return misuse(u"--until"_s, Words::tr("a raise needs an end"), u"--until 3d"_s);
    const auto budget = std::ranges::find(key.budgets, more->window, &Budget::window);
    if (budget == key.budgets.end())
        return misuse(what, Words::tr("the key has no budget of that period"), u"--budget "_s + args.word(1));
    Budget raised = *budget;
    raised.raiseNanos = more->nanos;
    raised.raiseUntil = *until;
    return raised;
}

// By the gateway itself.
static changes::Change changeOf(const Key &key, const Budget &raised)
{
    changes::Change change{key, key};
    for (Budget &budget : change.after->budgets)
        if (budget.window == raised.window)
            budget = raised;
    return change;
}

static Task<int> raiseHere(Context &context, workspace::LiveSession *session, Key key, Budget raised)
{
    const auto may =
        mayWrite(context, session->state().profile, Words::tr("raise a budget of the key %1").arg(key.name), false);
    if (!may)
        co_return context.failed(may.error());
    const auto done =
        co_await session->guards().raises().begin(key, raised.window, raised.raiseNanos, *raised.raiseUntil);
    if (!done)
        co_return context.failed(trouble(what, done.error(), session->attempt()).value());
    context.out.document({{u"key"_s, key.name}, {u"window"_s, done->window}, {u"before_nanos"_s, done->beforeNanos},
        {u"raised_nanos"_s, done->raisedNanos}, {u"until"_s, done->until.toString(Qt::ISODate)}});
    context.out.line(Words::tr("%1: %2 USD until %3")
                         .arg(key.name, money::decimal(done->raisedNanos), done->until.toString(Qt::ISODate)));
    context.out.note(guards::onlyWhileRunning());
    co_return AllWell;
}

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    const gateway::Features features = found->session->features();
    if (!features.has(gateway::Feature::Budget))
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"budget"_s, 0}, found->session->attempt()).value());
    const auto raised = wanted(context.args, found->key);
    if (!raised)
        co_return context.failed(raised.error());
    if (!features.has(gateway::Feature::BudgetRaise))
        co_return co_await raiseHere(context, found->session, found->key, *raised);
    QList<changes::Edit> edits;
    edits << changeOf(found->key, *raised);
    const QString question = Words::tr("raise a budget of the key %1").arg(found->key.name);
    co_return co_await writeAll(context, found->session, edits, question);
}

extern const Command keyRaise;
const Command keyRaise{"key raise", "ID USD/WINDOW",
    QT_TRANSLATE_NOOP("Words", "makes a budget of a key larger by so much for some time"),
    "key raise demo-app 5/day --until 3d --reason \"launch week\"",
    {{"until", "WHEN", QT_TRANSLATE_NOOP("Words", "when it is taken back: 3d, 12h or 2027-01-31")}, reasonOption}, run};

} // namespace cli
