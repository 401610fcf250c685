// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/newapi/newapi_session.h"
#include "gateway/newapi/newapi_usage_wire.h"
#include "gateway/usage_window.h"

namespace gateway::newapi {

// The log of calls, a window of time after the other: all of it for an admin, else the account's own. Part of its Admin,
// main thread.
class NewApiUsage final : public UsageSource
{
public:
    explicit NewApiUsage(Session &session) : m_session(session) {}
    Task<Result<UsagePage>> after(QString cursor) override;
    Task<Result<UsageRecord>> byRequest(QString requestId) override;
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;
    std::chrono::seconds overlap() const override;

private:
    Task<Result<ListPage>> page(UsageWindow window, QString filter);
    Task<Result<ListPage>> narrowed(UsageWindow &window); // until it is answered in time
    Task<Result<Ids>> ids();
    Task<Result<UsageRecord>> searched(QString requestId);
    Task<Result<UsageRecord>> around(QDateTime began, QString requestId);
    Task<Result<qint64>> quotaSum(UsageWindow window);
    Task<Result<std::optional<qint64>>> calls(UsageWindow window, ListPage served);
    Task<Result<qint64>> givenBack(UsageWindow window); // the quota of refunds, which the sum leaves out
    QString path() const;

    Session &m_session;
    std::optional<Ids> m_ids;
    UsageWindow m_read; // the page read last, and the rows before its end
    Ordinals m_ordinals;
};

} // namespace gateway::newapi
