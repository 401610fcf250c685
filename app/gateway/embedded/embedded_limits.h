// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/facets.h"

namespace gateway::embedded {

// What each key has left in each window of its budgets, running calls and raises counted, as resources/gateway-openapi.json
// tells it with the keys. The gateway knows no wallet and no team; rates flow back within a minute and are no allowance.
// Part of its Admin, main thread.
class EmbeddedLimits final : public Limits
{
public:
    explicit EmbeddedLimits(Api &api) : m_api(api) {}
    Task<Result<QList<Allowance>>> allowances() override;

private:
    Api &m_api;
};

} // namespace gateway::embedded
