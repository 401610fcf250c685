// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"

// What a key read from the gateway says about a change. Pure functions; a failure names the settings that differ.
namespace changes {

QStringList differences(const Key &a, const Key &b); // of settings, by their field names

Result<> judgeBefore(const Key &expected, const Key &now); // Conflict: somebody changed it since
Result<> judgeCreated(const Key &wanted, const Key &found); // Rejected: made, but not as asked for
Result<> judgeWritten(const Key &before, const Key &wanted, const Key &found);
Result<> judgeRotated(const Key &before, const Key &issued, const Key &found); // Rejected: it has no new secret
// The write may have been done although no answer came: only reading back can tell.
bool answerWasLost(const Failure &failure);
Result<Done> ignored(); // Rejected: the server said yes and did nothing

} // namespace changes
