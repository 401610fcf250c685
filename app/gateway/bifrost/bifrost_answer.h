// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/answer.h"

namespace gateway::bifrost {

// Errors by status, then by their type (statuses moved between versions), then by their words.
Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent);

} // namespace gateway::bifrost
