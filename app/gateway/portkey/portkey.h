// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::portkey {

// Portkey: hosted (keys and sums, from its public schema) or the open-source gateway, which has no admin API: then only
// the data plane, and it says so.
// - The user id of the connection is the workspace, for organisation keys; workspace keys know theirs.
// - Keys that we make are service keys of a workspace that may call models ("completions.write") and nothing else.
// - A key cannot be switched off: only deleted. Budgets are whole USD over the lifetime, a week or a month; a limit in
//   tokens or of another interval is kept as it is. How much is spent is not told, but that it is exhausted.
// - A change reads the key and sends it whole with what differs.
// - Aliases are its configs and the models of its providers, read-only.
// - Sums are in US cents. Rows of calls are told by paid log exports only; one call is known by the sums of its trace id.
extern const Adapter adapter;

} // namespace gateway::portkey
