// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"
#include "keys/rotations.h"

namespace cli {

// The session, the rotation that the first word names, and its book.
struct FoundRotation
{
    workspace::LiveSession *session = nullptr;
    std::shared_ptr<keys::Rotations> book;
    keys::Rotation rotation;
};
// The gateway is not asked.
Task<Maybe<FoundRotation>> findRotation(Context &context, QString what);
// The same, when one of these steps is next; else it is refused (exit 2) and says which is.
Task<Maybe<FoundRotation>> rotationBefore(Context &context, QString what, QList<keys::RotationStep> steps);
// The same, connected.
Task<Maybe<FoundRotation>> reachRotation(Context &context, QString what, QList<keys::RotationStep> steps);
// Kept as done by this user now, and printed with what is next. Refused: another step is next.
Task<int> markDone(Context &context, FoundRotation found, keys::RotationStep step, keys::StepDone how);

QString inWords(keys::RotationStep step);
QString inWords(const keys::Drain &drain);
void printRotation(Context &context, const keys::Rotation &rotation, const std::optional<keys::Drain> &drain);
QJsonObject jsonOf(const keys::Drain &drain);

} // namespace cli
