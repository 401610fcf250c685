// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/api.h"

namespace gateway::plain_openai {

// GET /models as aliases. `api` outlives the task.
Task<Result<QList<Alias>>> listedModels(Api &api, std::chrono::milliseconds patience);

} // namespace gateway::plain_openai
