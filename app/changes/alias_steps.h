// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/set_run.h"

// One step about an alias: done, taken back, or settled when a program ended in the middle of it.
namespace changes {

// Does it, or says in step.failure why not. `again`: a program ended between its begin and its end.
Task<> doAliasStep(Run &run, Step &step, Why why, bool again);
// Takes it back; a failure leaves its state as it was.
Task<> undoAliasStep(Run &run, Step &step, Why why);

} // namespace changes
