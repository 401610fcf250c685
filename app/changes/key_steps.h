// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/set_run.h"

// One step about a key: done, taken back, or settled when a program ended in the middle of it.
namespace changes {

// Does it, or says in step.failure why not. `again`: a program ended between its begin and its end.
Task<std::optional<Secret>> doKeyStep(Run &run, Step &step, Why why, bool again);
// Takes it back; a failure leaves its state as it was.
Task<std::optional<Secret>> undoKeyStep(Run &run, Step &step, Why why, bool again);
// Whether the gateway has something of a step that failed: a key without a known secret, or half of a change.
bool leftSomething(const Step &step);

} // namespace changes
