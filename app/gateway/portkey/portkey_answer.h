// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"

namespace gateway::portkey {

// Four shapes of errors. What an admin path answers on the open-source gateway is Unsupported.
Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent);

// How its admin API, and how its data plane, is asked: the bare secret in x-portkey-api-key (contract A.2). The open-source
// data plane lists models only to a call that names a provider: that is Unsupported too.
Manner adminManner();
Manner callerManner();

} // namespace gateway::portkey
