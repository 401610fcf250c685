// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/alias_steps.h"
#include "changes/alias_change.h"
#include "changes/key_steps.h"
#include "gateway/facets.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

Failure noAliases()
{
    return {FailureKind::Unsupported, u"write alias"_s, 0};
}

// Somebody deleted it already: that is what was wanted.
bool goneAlready(const AliasDone &done, const AliasChange &wanted)
{
    return !wanted.after && done.failure && done.failure->kind == FailureKind::NotFound;
}

bool bent(const AliasDone &done)
{
    return done.change.after && done.change.before && done.change.after != done.change.before;
}

void finish(Step &step, StepState state, StepRemark remark)
{
    step.state = state;
    step.remark = remark;
    step.failure.reset();
}

// A step in whose middle a program ended: what the gateway has of it. Empty: nothing was done. Conflict: it has something
// that this step did not want, and that is not touched.
Result<std::optional<Edit>> settled(const QList<Alias> &all, const AliasChange &wanted)
{
    const QString name = wanted.before ? wanted.before->name : wanted.after->name;
    const auto now = std::ranges::find(all, name, &Alias::name);
    const bool there = now != all.end();
    if (wanted.after && there && notShown(wanted.before, *wanted.after, *now).isEmpty())
        return std::optional<Edit>(AliasChange{wanted.before, *now});
    if (!wanted.after && !there)
        return std::optional<Edit>(wanted);
    if (there ? wanted.before && *now == *wanted.before : !wanted.before)
        return std::optional<Edit>();
    return fail(FailureKind::Conflict, u"somebody else changed the alias \"%1\" meanwhile"_s.arg(name));
}

// Whether there is something to take back, settled first where a program ended in its middle.
Task<bool> isThere(Run &run, Step &step)
{
    if (step.state == StepState::Doing || (step.state == StepState::Undoing && !step.found)) {
        const auto all = co_await run.aliases->all();
        const auto found = all ? settled(*all, std::get<AliasChange>(step.wanted))
                               : Result<std::optional<Edit>>(tl::unexpected<Failure>(all.error()));
        if (!found) {
            step.failure = found.error();
            co_return false;
        }
        step.found = *found;
        step.state = step.found ? StepState::Done : StepState::Pending;
    }
    if (leftSomething(step))
        co_return true;
    if (step.state != StepState::Pending)
        finish(step, StepState::Undone, StepRemark::WasSo);
    co_return false;
}

} // namespace

Task<> doAliasStep(Run &run, Step &step, Why why, bool again)
{
    const AliasChange wanted = std::get<AliasChange>(step.wanted);
    if (!run.aliases) {
        step.state = StepState::Failed;
        step.failure = noAliases();
        co_return;
    }
    const AliasDone done = co_await apply(*run.aliases, run.journal, wanted, why);
    const bool gone = goneAlready(done, wanted);
    if (done.failure && !gone) {
        step.state = StepState::Failed;
        step.failure = done.failure;
        if (bent(done))
            step.found = done.change;
        co_return;
    }
    const bool wasSo = gone || done.change.before == done.change.after;
    finish(step, StepState::Done, wasSo && !again ? StepRemark::WasSo : StepRemark::None);
    step.found = gone ? std::nullopt : std::optional<Edit>(done.change); // what others did is not ours to take back
    if (wasSo && again) // it was the program that ended
        step.found = AliasChange{wanted.before, gone ? std::nullopt : done.change.after};
}

Task<> undoAliasStep(Run &run, Step &step, Why why)
{
    if (!run.aliases) {
        step.failure = noAliases();
        co_return;
    }
    const bool there = co_await isThere(run, step);
    if (!there)
        co_return;
    if (step.state == StepState::Undoing)
        step.state = StepState::Done;
    const AliasChange back = std::get<AliasChange>(*step.found).inverse();
    const AliasDone done = co_await apply(*run.aliases, run.journal, back, why);
    step.failure = done.failure;
    if (done.failure && !goneAlready(done, back))
        co_return;
    const bool wasSo = done.failure || done.change.before == done.change.after;
    finish(step, StepState::Undone, wasSo ? StepRemark::WasSo : StepRemark::None);
}

} // namespace changes
