// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "gateway/api.h"
#include "gateway/bifrost/bifrost_wire.h"

namespace gateway::bifrost {

// The log of one Bifrost, without the content of any call. A row appears when its call has ended, one that was given up
// five minutes later. Part of its Admin, main thread.
class BifrostUsage final : public UsageSource
{
public:
    BifrostUsage(Api &api, const Clock &clock) : m_api(api), m_clock(clock) {}
    Task<Result<UsagePage>> after(QString cursor) override;
    Task<Result<UsageRecord>> byRequest(QString requestId) override; // the x-request-id that was sent
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;
    std::chrono::seconds overlap() const override;

private:
    Task<Result<UsageRecord>> searched(QString requestId);

    Api &m_api;
    const Clock &m_clock;
};

} // namespace gateway::bifrost
