// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/key_steps.h"
#include "changes/judge.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;

namespace changes {

namespace {

// Passes the notes on and remembers what they say: of a change that failed they alone tell what is left of it.
class Recorder final : public Journal
{
public:
    explicit Recorder(Journal &journal) : m_journal(journal) {}
    Task<Result<qint64>> open(Edit change, Why why) override
    {
        opened = std::get<Change>(change);
        return m_journal.open(std::move(change), std::move(why));
    }
    Task<Result<>> close(qint64 id, Edit done, std::optional<Failure> failure) override
    {
        closed = std::get<Change>(done);
        return m_journal.close(id, std::move(done), std::move(failure));
    }
    std::optional<Change> opened;
    std::optional<Change> closed;

private:
    Journal &m_journal;
};

// What a change that failed left on the gateway; empty: nothing that is known of.
std::optional<Edit> leftBy(const Recorder &notes)
{
    if (!notes.opened || !notes.closed || !notes.closed->after || !notes.opened->after || notes.opened->rotation)
        return {};
    const bool made = !notes.closed->before && !notes.closed->after->id.isEmpty();
    const bool bent = notes.closed->before && !sameSettings(*notes.closed->after, *notes.opened->after)
        && !sameSettings(*notes.closed->after, *notes.closed->before);
    return made || bent ? std::optional<Edit>(*notes.closed) : std::nullopt;
}

void finish(Step &step, StepState state, StepRemark remark = StepRemark::None)
{
    step.state = state;
    step.remark = remark;
    step.failure.reset();
}

// Writes it and reads it back.
Task<std::optional<Secret>> write(Run &run, Step &step, Change change, Why why)
{
    Recorder notes(run.journal);
    auto done = co_await apply(run.keys, notes, change, why);
    if (done) {
        step.found = done->change;
        finish(step, StepState::Done);
        if (notes.opened && done->change.before == done->change.after && !change.rotation)
            step.remark = StepRemark::WasSo;
        co_return done->secret;
    }
    step.failure = done.error();
    step.state = StepState::Failed;
    if (const auto left = leftBy(notes))
        step.found = left;
    co_return std::nullopt;
}

// A key that an earlier attempt made, and whose secret was told to nobody.
Task<bool> adopts(Run &run, Step &step, Key wanted, QString id)
{
    const auto found = co_await run.keys.find(id);
    if (!found && found.error().kind == FailureKind::NotFound) {
        step.found.reset();
        co_return false; // somebody deleted it: it is made anew
    }
    wanted.id = id;
    if (found && sameSettings(*found, wanted)) {
        finish(step, StepState::Done, StepRemark::SecretLost);
        co_return true;
    }
    step.state = StepState::Failed;
    step.failure = found ? judgeBefore(wanted, *found).error() : found.error();
    co_return true;
}

QString idLeft(const Step &step)
{
    const auto *left = step.found ? std::get_if<Change>(&*step.found) : nullptr;
    return left && !left->before && left->after ? left->after->id : QString();
}

// The program ended while it was made: a key of this name and these settings is that one.
Task<bool> wasMade(Run &run, Step &step, Key wanted)
{
    const auto named = co_await run.keys.named(wanted.name);
    if (named && named->isEmpty())
        co_return false;
    step.state = StepState::Failed;
    if (!named) {
        step.failure = named.error();
        co_return true;
    }
    wanted.id = named->first().id;
    if (named->size() == 1 && sameSettings(named->first(), wanted)) {
        step.found = Change{{}, named->first()};
        const QString said = u"interrupted: the key was made (id %1) and its secret was told to nobody"_s;
        step.failure = Failure{FailureKind::Cancelled, said.arg(wanted.id), 0};
    } else {
        step.failure = Failure{FailureKind::Conflict, u"there is a key named \"%1\" already"_s.arg(wanted.name), 0};
    }
    co_return true;
}

Task<std::optional<Secret>> create(Run &run, Step &step, Change change, Why why, bool again)
{
    const QString left = idLeft(step);
    if (!left.isEmpty()) {
        const bool settled = co_await adopts(run, step, *change.after, left);
        if (settled)
            co_return std::nullopt;
    } else if (again) {
        const bool made = co_await wasMade(run, step, *change.after);
        if (made)
            co_return std::nullopt;
    }
    co_return co_await write(run, step, change, why);
}

bool alreadyGone(const Step &step)
{
    return step.state == StepState::Failed && step.failure && step.failure->kind == FailureKind::NotFound;
}

// As a person would make it again: its id, its secret and what was counted are not settings.
Key anew(const Key &key)
{
    Key wanted;
    wanted.name = key.name;
    wanted.aliases = key.aliases;
    wanted.families = key.families;
    wanted.upstreams = key.upstreams;
    wanted.networks = key.networks;
    wanted.group = key.group;
    wanted.rates = key.rates;
    wanted.softPercents = key.softPercents;
    wanted.expiresAt = key.expiresAt;
    wanted.enabled = key.enabled;
    wanted.passport = key.passport;
    for (const Budget &budget : key.budgets)
        wanted.budgets << Budget{budget.nanos, budget.window, {}, budget.raiseNanos, budget.raiseUntil, {}, {}};
    return wanted;
}

// What was written is not changed: the inverse is a change of its own.
struct Undone
{
    Step step; // of the inverse
    std::optional<Secret> secret;
};
Task<Undone> writeBack(Run &run, Change back, Why why)
{
    Undone undone;
    undone.secret = co_await write(run, undone.step, back, why);
    if (!back.after && alreadyGone(undone.step))
        finish(undone.step, StepState::Done, StepRemark::WasSo);
    co_return undone;
}

Task<std::optional<Secret>> bringBack(Run &run, Step &step, Change deleted, Why why, bool again)
{
    Change back;
    back.after = anew(*deleted.before);
    Step made;
    const std::optional<Secret> secret = co_await create(run, made, back, why, again);
    step.failure = made.failure;
    if (made.state != StepState::Done && idLeft(made).isEmpty())
        co_return std::nullopt;
    finish(step, StepState::Undone, secret ? StepRemark::MadeAnew : StepRemark::SecretLost);
    const auto *now = std::get_if<Change>(&*made.found);
    step.found = Change{deleted.before, now->after};
    co_return secret;
}

void finishAsOurs(Step &step, Change change)
{
    const auto *now = step.found ? std::get_if<Change>(&*step.found) : nullptr;
    if (now && change.after)
        change.after = now->after;
    step.found = change;
    step.remark = StepRemark::None;
}

// A step in whose middle a program ended: what the gateway says of it. Empty: nothing was done. Conflict: it says
// something that this step did not want, and that is not touched.
Task<Result<std::optional<Edit>>> settledCreate(Run &run, Change wanted)
{
    const auto named = co_await run.keys.named(wanted.after->name);
    if (!named)
        co_return tl::unexpected<Failure>(named.error());
    if (named->isEmpty())
        co_return std::optional<Edit>();
    wanted.after->id = named->first().id;
    const Result<> ours = judgeBefore(*wanted.after, named->first());
    if (!ours)
        co_return tl::unexpected<Failure>(ours.error());
    co_return std::optional<Edit>(wanted);
}

Task<Result<std::optional<Edit>>> settled(Run &run, Change wanted)
{
    if (!wanted.before)
        co_return co_await settledCreate(run, wanted);
    const auto now = co_await run.keys.find(wanted.before->id);
    const bool gone = !now && now.error().kind == FailureKind::NotFound;
    if (!now && (!gone || wanted.after))
        co_return tl::unexpected<Failure>(now.error());
    if (!gone && (!wanted.after || sameSettings(*now, *wanted.before)))
        co_return std::optional<Edit>();
    const Result<> ours = gone ? Result<>() : judgeBefore(*wanted.after, *now);
    if (!ours)
        co_return tl::unexpected<Failure>(ours.error());
    co_return std::optional<Edit>(wanted);
}

} // namespace

bool leftSomething(const Step &step)
{
    return step.found && !changesNothing(*step.found);
}

Task<std::optional<Secret>> doKeyStep(Run &run, Step &step, Why why, bool again)
{
    const Change change = std::get<Change>(step.wanted);
    if (!change.before)
        co_return co_await create(run, step, change, why, again);
    if (change.rotation && again) {
        step.state = StepState::Failed;
        step.failure = Failure{FailureKind::Cancelled,
            u"interrupted: if the key was rotated its new secret was told to nobody; rotate it again"_s, 0};
        co_return std::nullopt;
    }
    const std::optional<Secret> secret = co_await write(run, step, change, why);
    if (!change.after && alreadyGone(step))
        finish(step, StepState::Done, StepRemark::WasSo);
    if (again && step.remark == StepRemark::WasSo) // it was the program that ended
        finishAsOurs(step, change);
    co_return secret;
}

Task<std::optional<Secret>> undoKeyStep(Run &run, Step &step, Why why, bool again)
{
    if (step.state == StepState::Doing || (step.state == StepState::Undoing && !step.found)) {
        const auto found = co_await settled(run, std::get<Change>(step.wanted));
        if (!found) {
            step.failure = found.error();
            co_return std::nullopt;
        }
        step.found = *found;
        step.state = step.found ? StepState::Done : StepState::Pending;
        again = false;
    }
    if (!leftSomething(step)) {
        if (step.state != StepState::Pending)
            finish(step, StepState::Undone, StepRemark::WasSo);
        co_return std::nullopt;
    }
    if (step.state == StepState::Undoing)
        step.state = StepState::Done;
    const Change done = std::get<Change>(*step.found);
    if (std::get<Change>(step.wanted).rotation) {
        finish(step, StepState::Kept, StepRemark::RotationStays);
        co_return std::nullopt;
    }
    if (!done.after && !run.canCreate) {
        finish(step, StepState::Kept, StepRemark::CannotCreate);
        co_return std::nullopt;
    }
    if (!done.after)
        co_return co_await bringBack(run, step, done, why, again);
    const Undone undone = co_await writeBack(run, done.inverse(), why);
    step.failure = undone.step.failure;
    if (undone.step.state == StepState::Done)
        finish(step, StepState::Undone, undone.step.remark);
    co_return std::nullopt;
}

} // namespace changes
