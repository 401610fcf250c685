// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/run_report.h"
#include "net/http.h"

// What an answer that is no success means for a verdict.
namespace smoke {

bool isRefusal(const net::Exchange &exchange); // of the key: 401, 403, or LiteLLM's 400 without a database (D74)
bool isWebPage(const net::Exchange &exchange);
Outcome refusalWeight(const net::Exchange &exchange); // a rate limit decides nothing; all else fails
QString refusalText(const net::Exchange &exchange); // one sentence: status, cause, limit that fired
QString causeText(const Failure &failure); // why there is no complete answer: one sentence, with its stop

} // namespace smoke
