// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "gateway/api.h"
#include "gateway/openrouter/openrouter_wire.h"
#include "gateway/usage_window.h"

namespace gateway::openrouter {

// The calls of one account, minute by minute from its analytics where those are offered (a management key is needed);
// the record of one call from /generation; sums from the analytics, else of completed days. Part of its Admin, main
// thread.
class OpenRouterUsage final : public UsageSource
{
public:
    struct Access
    {
        Api &admin;
        Api &data; // under whichever secret there is
        bool administers = false; // there is a management key
    };
    OpenRouterUsage(Access access, const Clock &clock) : m_access(access), m_clock(clock) {}

    void offerRows(bool offered) { m_rowsOffered = offered; }
    bool offersRows() const { return m_access.administers && m_rowsOffered; }
    Task<Result<UsagePage>> after(QString cursor) override;
    Task<Result<UsageRecord>> byRequest(QString requestId) override;
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;
    std::chrono::seconds overlap() const override;

private:
    Task<Result<QByteArray>> asked(QByteArray query);
    Task<Result<QList<UsageRecord>>> withKeys(QList<UsageRecord> rows, UsageWindow window);
    Task<Result<>> loadKeyIds();
    Task<Result<UsageTotals>> completedDays(QDateTime from, QDateTime to);

    Access m_access;
    const Clock &m_clock;
    bool m_rowsOffered = true; // until the service has been asked
    QHash<QString, QString> m_keyIds; // by name; empty for a name that several keys have
};

} // namespace gateway::openrouter
