// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/set_run.h"
#include "base/or_return.h"
#include "changes/alias_steps.h"
#include "changes/key_steps.h"
#include <algorithm>

namespace changes {

namespace {

// Keeps the step as begun, does it, keeps what came of it. A failure: it could not be kept.
Task<Result<>> carry(Run &run, qint64 set, Step &step, StepState doing)
{
    const bool again = step.state == StepState::Doing || step.state == StepState::Undoing;
    const bool undoes = doing == StepState::Undoing;
    const StepState was = step.state;
    step.state = doing;
    co_await orReturn(run.keeper.keep(set, step));
    step.state = was;
    const Why why{run.reason, set};
    std::optional<Secret> secret;
    const bool ofKey = std::holds_alternative<Change>(step.wanted);
    if (ofKey && undoes)
        secret = co_await undoKeyStep(run, step, why, again);
    else if (ofKey)
        secret = co_await doKeyStep(run, step, why, again);
    else if (undoes)
        co_await undoAliasStep(run, step, why);
    else
        co_await doAliasStep(run, step, why, again);
    const Result<> kept = co_await run.keeper.keep(set, step);
    run.told(step, secret);
    co_return kept;
}

bool allDone(const ChangeSet &set, const QList<qsizetype> &places)
{
    return std::ranges::all_of(places, [&set](qsizetype at) { return set.steps.at(at).state == StepState::Done; });
}

bool isOver(const Step &step)
{
    return step.state == StepState::Undone || step.state == StepState::Kept || step.state == StepState::Pending
        || (step.state == StepState::Failed && !leftSomething(step));
}

Task<Result<ChangeSet>> ended(Run &run, ChangeSet set, SetState state)
{
    set.state = state;
    co_await orReturn(run.keeper.end(set.id, state));
    co_return set;
}

} // namespace

Task<Result<ChangeSet>> applySet(Run &run, ChangeSet set)
{
    const QList<qsizetype> order = co_await orReturn(orderOf(set));
    const QList<QList<qsizetype>> needs = needsIn(set);
    bool stopped = false;
    for (qsizetype i = 0; i < order.size() && !stopped; ++i) {
        Step &step = set.steps[order.at(i)];
        if (step.state == StepState::Done || !allDone(set, needs.at(order.at(i))))
            continue;
        stopped = run.stops();
        if (stopped)
            break;
        co_await orReturn(carry(run, set.id, step, StepState::Doing));
        stopped = step.state == StepState::Failed && !run.keepGoing;
    }
    const bool whole = std::ranges::all_of(set.steps, [](const Step &step) { return step.state == StepState::Done; });
    co_return co_await ended(run, std::move(set), whole ? SetState::Applied : SetState::Stopped);
}

Task<Result<ChangeSet>> undoSet(Run &run, ChangeSet set)
{
    const QList<qsizetype> order = co_await orReturn(orderOf(set));
    bool stopped = false;
    for (qsizetype i = order.size() - 1; i >= 0 && !stopped; --i) {
        Step &step = set.steps[order.at(i)];
        if (isOver(step))
            continue;
        stopped = run.stops();
        if (stopped)
            break;
        co_await orReturn(carry(run, set.id, step, StepState::Undoing));
        stopped = step.failure && !isOver(step);
    }
    const bool whole = std::ranges::all_of(set.steps, isOver);
    co_return co_await ended(run, std::move(set), whole ? SetState::Undone : SetState::HalfUndone);
}

} // namespace changes
