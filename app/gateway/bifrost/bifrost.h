// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::bifrost {

// Bifrost, from its source and published answers (nothing of it could be recorded). One port: /api administers, /v1 is
// for callers.
// - The admin secret is empty (sign-in is off), "user:password" (Basic), or a session token (Bearer).
// - A virtual key has one budget before 1.5 and a list since; no provider means every one before and none since. Unknown
//   fields are ignored, so the shape is found out before a write, and what is written is read back (changes::apply).
// - A change reads the key, changes it and sends it whole: elements keep their ids, or their counters start again; team
//   or customer is sent again, or it is cleared.
// - A model scope is "provider/model", "provider/*", "*" for all other providers; "(none)": nothing is allowed.
// - Limits that do not count by the minute are kept as they are; Limits::allowances() tells them in their own windows.
// - Models are aliases that nobody can change; a name of one's own is a routing rule "model == NAME", read before it is
//   written and again after. Its shares are hundredths and make 100; other rules are left alone, and not shown.
// - Lists hold keys in plain text: of a value only its first and last characters are kept.
extern const Adapter adapter;

} // namespace gateway::bifrost
