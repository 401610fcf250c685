// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/facets.h"
#include "gateway/usage_window.h"

class Clock;

namespace gateway::litellm {

struct RowPage;
struct RowOrder;
struct Crowd;

// Usage rows by windows of time, in the order of their start, and the sums of whole days (contract 6). Rows are written
// after a call has ended, but stand where it began. Part of the adapter's Admin, main thread.
class LitellmUsage final : public UsageSource
{
public:
    LitellmUsage(Api &api, const Clock &clock) : m_api(api), m_clock(clock) {}
    Task<Result<UsagePage>> after(QString cursor) override;
    Task<Result<UsageRecord>> byRequest(QString requestId) override;
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;
    std::chrono::seconds overlap() const override;
    std::chrono::seconds secondLook() const override { return std::chrono::hours(48); } // contract 6.4, step 7
    QString cursorAt(const QDateTime &at) const override { return cursorFrom(at); }

private:
    enum class Path { V2, Hidden, V1 }; // the newest that the server has
    Task<Result<RowPage>> rowsOf(UsageWindow window);
    Task<Result<net::Exchange>> ask(UsageWindow window, QString requestId, RowOrder order);
    Task<Result<UsagePage>> crowded(UsageWindow window);
    Task<Result<Crowd>> joined(Crowd crowd, UsageWindow second, RowOrder order);
    Task<Result<UsageTotals>> spendOnly(QDate from, QDate to);

    Api &m_api;
    const Clock &m_clock;
    Path m_path = Path::V2;
};

} // namespace gateway::litellm
