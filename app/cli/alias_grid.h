// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "cli/context.h"

namespace cli {

// `alias list --all`: the names of all profiles side by side, as last seen; no gateway is asked. `limit`: rows at most.
// With --differing only those that are not the same everywhere.
Task<int> listEverywhere(Context &context, int limit);

} // namespace cli
