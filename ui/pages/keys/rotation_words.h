// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/rotation_service.h"
#include "kit/step_list.h"
#include "pages/key_place.h"

// What the runbook of a rotation says of one state. Pure; `now` is UTC.
namespace pages {

// The screen at one step: what is known, what is asked, and what the next step is called.
struct RotationScreen
{
    kit::Status status = kit::Status::Info;
    QString title;
    QString text;
    QString secret; // the name of the field for a secret; empty: none is asked
    QString note; // the same for a line of text
    QString noteHint;
    QString primary; // the next step; empty: there is none
    bool ready = false; // it can be done without an answer to what is asked
    bool secretWillDo = false; // or with a secret
    bool noteWillDo = false; // or when somebody answers for it
    QString why; // what it waits for; empty: nothing
    bool reopens = false; // the old key can be enabled again
    bool abandons = false; // it can be given up

    friend bool operator==(const RotationScreen &, const RotationScreen &) = default;
};
RotationScreen screenOf(const keys::RotationService::State &state, const QTimeZone &zone, const QDateTime &now);

QList<kit::Step> stepsOf(const keys::RotationService::State &state, const QTimeZone &zone);
// Where a rotation stands, in short: "both keys work", "done".
QString standOf(const keys::Rotation &rotation);

} // namespace pages
