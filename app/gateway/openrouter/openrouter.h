// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/own_key.h"

namespace gateway::openrouter {

// OpenRouter, from its public schema (nothing of it could be recorded).
// - Two secrets: the management key is the admin secret, the inference key the one for calls. GET /key says which is
//   which; exchanged ones are named. With an inference key alone there are models, the record of one call and the key's
//   own allowance.
// - The models of a key live in a guardrail beside it. We make one for a key of its own and take both back where the
//   assignment fails; one that holds for other keys too is left alone.
// - An expiry can be given at creation only: KeyExpiry is not declared, and a later change is Unsupported.
// - Usage rows are calls from /analytics/query (generations by minute), offered where /analytics/meta names them.
//   /activity has sums of days only, so it serves for totals, never for rows.
extern const Adapter adapter;
std::unique_ptr<OwnKey> ownKey(Connection connection); // own_key.h

} // namespace gateway::openrouter
