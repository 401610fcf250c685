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
// The same, connected.
Task<Maybe<FoundRotation>> reachRotation(Context &context, QString what);
// Kept as done by this user now, and printed with what is next. Refused: another step is next.
Task<int> markDone(Context &context, FoundRotation found, keys::RotationStep step, keys::StepDone how);
// Refused (exit 2): another step is next.
Maybe<> mayDo(const Context &context, const QString &what, const keys::Rotation &rotation, keys::RotationStep step);

QString inWords(keys::RotationStep step);
QString inWords(const keys::Drain &drain);
void printRotation(Context &context, const keys::Rotation &rotation, const std::optional<keys::Drain> &drain);
QJsonObject jsonOf(const keys::Drain &drain);

} // namespace cli
