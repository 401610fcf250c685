// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/api.h"

namespace gateway {

// GET /models as aliases. Also takes what gateways make of it: a bare list, no list at all (null), models without further
// fields. A failure of Decode names the field. `api` outlives the task.
Task<Result<QList<Alias>>> listedModels(Api &api, std::chrono::milliseconds patience);

} // namespace gateway
