// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/edit.h"

namespace changes {

// Where one step of a set stands. Doing and Undoing are kept before the write: a program that ended there is found by them.
enum class StepState { Pending, Doing, Done, Failed, Undoing, Undone, Kept };
constexpr int stepStates = int(StepState::Kept) + 1;

// What a person has to know of a step beside its state.
enum class StepRemark {
    None,
    SecretLost, // the key is there, and its secret was told to nobody
    WasSo, // somebody else had done it already
    MadeAnew, // a deleted key, created again: its id and its secret are new, its spend begins at zero
    RotationStays, // a rotation cannot be taken back
    CannotCreate, // a deleted key, on a gateway on which no key can be created
};
constexpr int stepRemarks = int(StepRemark::CannotCreate) + 1;

struct Step
{
    int place = 0; // its number in the set, from 1; it stays
    Edit wanted; // before: as it was when it was staged
    StepState state = StepState::Pending;
    std::optional<Edit> found; // as the gateway itself had it right before and after the write
    std::optional<Failure> failure;
    StepRemark remark = StepRemark::None;

    friend bool operator==(const Step &, const Step &) = default;
};

// Stopped and HalfUndone go on when they are asked for again; Applying and Undoing are interrupted when their process is gone.
enum class SetState { Open, Applying, Stopped, Applied, Undoing, HalfUndone, Undone, Dropped };
constexpr int setStates = int(SetState::Dropped) + 1;

// Changes that are prepared, looked at and applied together. Never a secret: keys have none.
struct ChangeSet
{
    qint64 id = 0;
    QString profile; // id
    QString title;
    QString reason; // why, for the journal
    QString by; // operating-system user
    QDateTime created; // UTC
    SetState state = SetState::Open;
    bool interrupted = false; // the process that applied it or took it back is gone
    QList<Step> steps; // by place

    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;
};

// A set in a list: without its steps.
struct SetSummary
{
    ChangeSet head;
    qint64 steps = 0;
    qint64 done = 0;
    qint64 failed = 0;

    friend bool operator==(const SetSummary &, const SetSummary &) = default;
};
SetSummary summaryOf(ChangeSet set);

// The lasting names, as in JSON: "cannot_create".
QString nameOf(StepState state);
QString nameOf(SetState state);
QString nameOf(StepRemark remark);
QString nameOf(Verb verb);

// Puts edits into a set: one takes the place of one about the same object that is not applied yet, and one that changes
// nothing any more goes. Conflict: the set takes no more edits.
// `joins`: they were made over the gateway's state, so what the set has for the same objects is kept beside them.
Result<> stage(ChangeSet &set, const QList<Edit> &edits, bool joins);
Result<> stage(ChangeSet &set, const Edit &edit);
// Takes out a step that was not applied. NotFound: there is none at that place.
Result<> unstage(ChangeSet &set, int place);
// Where the steps stand in the list, in the order in which they can be applied: who gives up a name comes before who
// takes it, an alias is made before another object names it and removed after the last one stopped; else by place.
// Input: they wait for each other.
Result<QList<qsizetype>> orderOf(const ChangeSet &set);
// For each step those that have to be done before it.
QList<QList<qsizetype>> needsIn(const ChangeSet &set);

} // namespace changes
