// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/answer.h"

namespace gateway::portkey {

// Four shapes of errors. What an admin path answers on the open-source gateway is Unsupported.
Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent);

} // namespace gateway::portkey
