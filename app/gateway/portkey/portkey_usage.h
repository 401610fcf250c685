// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "gateway/api.h"
#include "gateway/portkey/portkey_wire.h"

namespace gateway::portkey {

// Sums from Portkey's analytics, and those of one call by its trace id (contract A.7). Part of its Admin, main thread.
class PortkeyUsage final : public UsageSource
{
public:
    PortkeyUsage(Api &api, const Clock &clock, QString workspace)
        : m_api(api), m_clock(clock), m_workspace(std::move(workspace))
    {}
    Task<Result<UsagePage>> after(QString cursor) override;
    // `requestId` is what the call was sent with, or was given, as x-portkey-trace-id. Conflict: several calls have it. How
    // many tokens went in and how many came out is not told apart: neither is known.
    Task<Result<UsageRecord>> byRequest(QString requestId) override;
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;

private:
    struct Part
    {
        QDateTime from;
        QDateTime to;
        QString trace = {}; // empty: of all calls
    };
    Call asking(const QString &path, const Part &part) const;
    Task<Result<Graph>> graph(QString name, Part part, int shift);
    Task<Result<UsageRecord>> callOf(Part part, Graph requests);

    Api &m_api;
    const Clock &m_clock;
    QString m_workspace;
};

} // namespace gateway::portkey
