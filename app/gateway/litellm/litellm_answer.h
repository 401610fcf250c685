// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "net/http.h"

namespace gateway::litellm {

// Manner::answer: which failure an answer means, by its type first, then its status, then its text (contract 2.2), and
// the gateway's own sentence without hashes and keys.
Result<net::Exchange> answered(net::Exchange exchange, const Secret &sent);

QString withoutHashes(QString text); // token hashes are no secrets, but they stand for one

} // namespace gateway::litellm
