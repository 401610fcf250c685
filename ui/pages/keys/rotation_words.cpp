// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/rotation_words.h"
#include "pages/key_words.h"
#include "pages/words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

using keys::Drain;
using keys::Rotation;
using keys::RotationStep;
using kit::Status;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::RotationView)
};

using State = keys::RotationService::State;

QString titleOf(RotationStep step)
{
    switch (step) {
    case RotationStep::Create:
        return Words::tr("Create the new key");
    case RotationStep::Prove:
        return Words::tr("Prove the new key");
    case RotationStep::HandOver:
        return Words::tr("Hand it over");
    case RotationStep::Drain:
        return Words::tr("Both keys work");
    case RotationStep::Disable:
        return Words::tr("Disable the old key");
    case RotationStep::Refused:
        return Words::tr("Prove it refused");
    case RotationStep::Delete:
        break;
    }
    return Words::tr("Delete the old key");
}

QString aheadOf(RotationStep step)
{
    switch (step) {
    case RotationStep::Create:
        return Words::tr("same scope and limits");
    case RotationStep::Prove:
        return Words::tr("by calls with it");
    case RotationStep::HandOver:
        return Words::tr("to every application");
    case RotationStep::Drain:
        return Words::tr("until nobody calls with the old one");
    case RotationStep::Disable:
        return Words::tr("can be taken back");
    case RotationStep::Refused:
        return Words::tr("by calls with the old one");
    case RotationStep::Delete:
        break;
    }
    return Words::tr("cannot be taken back");
}

QString noteOf(const keys::StepDone &done, const QTimeZone &zone)
{
    const QString at = Words::tr("%1 by %2").arg(dayAndTime(done.at, zone), done.by);
    return done.proven ? at : Words::tr("accepted: %1").arg(done.note.isEmpty() ? at : done.note);
}

QString lastCallOf(const Drain &drain, const QDateTime &now)
{
    return drain.lastCall ? Words::tr("The last one was %1 ago.").arg(ago(*drain.lastCall, now)) : QString();
}

QString whyUnknown(const QString &why)
{
    if (why == "gap"_L1)
        return Words::tr("Usage rows of these hours are missing, so a call can have been overlooked.");
    return why == "stale"_L1 ? Words::tr("Usage was not read in the last 15 minutes.")
                             : Words::tr("Usage was never read from this gateway.");
}

// Nobody may call with it for so long, and no row may be missing; or somebody answers for it.
void sayDrain(RotationScreen &screen, const State &state, const QTimeZone &zone, const QDateTime &now)
{
    screen.primary = Words::tr("Next: disable the old key");
    screen.title = Words::tr("Both keys work");
    if (!state.drain) {
        screen.why = Words::tr("Reading who still calls with the old key.");
        return;
    }
    const Drain &drain = *state.drain;
    if (drain.state == Drain::State::Drained) {
        screen.status = Status::Ok;
        screen.title = Words::tr("The old key is drained");
        screen.text = Words::tr("No call with it since %1, and no row can be missing.")
                          .arg(dayAndTime(drain.since.value_or(now), zone));
        screen.ready = true;
        return;
    }
    screen.noteWillDo = true;
    screen.note = Words::tr("Go on all the same: who answers for it, and why");
    screen.noteHint =
        Words::tr("Whoever still calls with the old key is refused from then on. Kept with the rotation.");
    const QString rule =
        Words::tr("It counts as drained after %n hour(s) without a call.", nullptr, state.shown->drainHours);
    if (drain.state == Drain::State::Unknown) {
        screen.status = Status::Warn;
        screen.title = Words::tr("Whether the old key is still used is not known");
        screen.text = whyUnknown(drain.why) + u' ' + rule;
        screen.why = Words::tr("Fetch usage, or answer for it by name.");
        return;
    }
    const QString calls = Words::tr("%Ln call(s) with the old key in the last %1 h.", nullptr, int(drain.calls));
    screen.text = drain.calls > 0
        ? calls.arg(state.shown->drainHours) + u' ' + lastCallOf(drain, now) + u' ' + rule
        : rule + u' ' + Words::tr("Quiet since %1.").arg(dayAndTime(drain.since.value_or(now), zone));
    screen.why = drain.calls > 0 ? Words::tr("Find who calls, or answer for it by name.")
                                 : Words::tr("Wait, or answer for it by name.");
}

void sayProve(RotationScreen &screen, const State &state)
{
    screen.title = Words::tr("Prove the new key");
    screen.text = Words::tr("It is called once for each alias in its scope, for at most 0.05 USD.");
    screen.primary = Words::tr("Next: prove the new key");
    screen.ready = state.hasSecret;
    screen.secretWillDo = true;
    if (!state.hasSecret)
        screen.secret = Words::tr("Secret of the new key");
}

void sayRefused(RotationScreen &screen)
{
    screen.title = Words::tr("Prove that the old key is refused");
    screen.text =
        Words::tr("Gateways remember keys for up to a minute. It is called until it was refused five times in a row.");
    screen.primary = Words::tr("Next: prove it refused");
    screen.secret = Words::tr("Secret of the old key");
    screen.secretWillDo = true;
    screen.note = Words::tr("Without that proof: who answers for it, and why");
    screen.noteWillDo = true;
    screen.why = Words::tr("Give the old secret, or answer for it by name.");
    screen.reopens = true;
}

void sayBegin(RotationScreen &screen)
{
    screen.title = Words::tr("A new key takes the place of the old one");
    screen.text = Words::tr("Both work until nobody calls with the old one any more; usage proves it. Nothing is lost "
                            "before the old key is disabled, and that can be taken back.");
    screen.primary = Words::tr("Create the new key");
    screen.ready = true;
    screen.abandons = false;
}

void sayEnd(RotationScreen &screen, const Rotation &rotation)
{
    screen.abandons = false;
    screen.status = rotation.abandoned ? Status::Skipped : Status::Ok;
    screen.title = rotation.abandoned ? Words::tr("This rotation was given up") : Words::tr("The rotation is done");
    screen.text = rotation.abandoned
        ? Words::tr("Both keys stay as they were then.")
        : Words::tr("“%1” took the place of “%2”.").arg(rotation.newName, rotation.oldName);
}

void sayStep(RotationScreen &screen, const State &state, const QTimeZone &zone, const QDateTime &now)
{
    switch (*state.shown->next()) {
    case RotationStep::Create:
        screen.title = Words::tr("The new key was not created");
        screen.text = Words::tr("Give this rotation up, then begin another.");
        return;
    case RotationStep::Prove:
        return sayProve(screen, state);
    case RotationStep::HandOver:
        screen.title = Words::tr("Hand the new key over");
        screen.text = Words::tr("Give it to every application that has the old one. Both keys work meanwhile.");
        screen.note = Words::tr("Who has it");
        screen.primary = Words::tr("Next: all have it");
        screen.ready = true;
        return;
    case RotationStep::Drain:
        return sayDrain(screen, state, zone, now);
    case RotationStep::Disable:
        screen.title = Words::tr("Disable the old key");
        screen.text = Words::tr("Whoever still calls with it is refused from then on. It can be enabled again.");
        screen.primary = Words::tr("Next: disable the old key");
        screen.ready = true;
        return;
    case RotationStep::Refused:
        return sayRefused(screen);
    case RotationStep::Delete:
        screen.title = Words::tr("Delete the old key");
        screen.text = Words::tr("Its usage stays stored here. The key itself does not come back.");
        screen.primary = Words::tr("Delete the old key");
        screen.ready = true;
        screen.reopens = true;
        return;
    }
}

Status statusOf(const State &state, RotationStep step)
{
    if (!state.shown)
        return step == RotationStep::Create ? Status::Running : Status::Neutral;
    const auto done = state.shown->done.find(int(step));
    if (done != state.shown->done.end())
        return done->proven ? Status::Ok : Status::Warn;
    return state.shown->next() == step ? Status::Running : Status::Neutral;
}

} // namespace

RotationScreen screenOf(const State &state, const QTimeZone &zone, const QDateTime &now)
{
    RotationScreen screen;
    screen.abandons = true;
    if (!state.shown)
        sayBegin(screen);
    else if (!state.shown->next())
        sayEnd(screen, *state.shown);
    else
        sayStep(screen, state, zone, now);
    if (!state.doing)
        return screen;
    screen.ready = screen.secretWillDo = screen.noteWillDo = screen.reopens = screen.abandons = false;
    screen.why = Words::tr("Under way.");
    return screen;
}

QList<kit::Step> stepsOf(const State &state, const QTimeZone &zone)
{
    QList<kit::Step> steps;
    for (int at = 0; at < keys::rotationSteps; ++at) {
        const RotationStep step{at};
        const bool done = state.shown && state.shown->done.contains(at);
        steps << kit::Step{
            titleOf(step), done ? noteOf(state.shown->done.value(at), zone) : aheadOf(step), statusOf(state, step)};
    }
    return steps;
}

QString standOf(const Rotation &rotation)
{
    if (rotation.abandoned)
        return Words::tr("given up");
    const auto next = rotation.next();
    if (!next)
        return Words::tr("done");
    return *next == RotationStep::Drain ? Words::tr("both keys work") : Words::tr("next: %1").arg(titleOf(*next));
}

} // namespace pages
