// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_usage.h"
#include "base/or_return.h"
#include "gateway/usage_window.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

static const WindowPlan plan{std::chrono::hours(24 * 30), std::chrono::hours(24), std::chrono::minutes(15)};
constexpr int rowsPerPage = 1000; // more is a 400

std::chrono::seconds BifrostUsage::overlap() const
{
    return plan.overlap;
}

static QUrlQuery spanQuery(const QDateTime &from, const QDateTime &to)
{
    QUrlQuery query;
    query.addQueryItem(u"start_time"_s, from.toUTC().toString(Qt::ISODate));
    query.addQueryItem(u"end_time"_s, to.toUTC().toString(Qt::ISODate));
    return query;
}

static Call logCall(const UsageWindow &window)
{
    Call call{"GET", u"api/logs"_s, spanQuery(window.from, window.to)};
    call.query.addQueryItem(u"limit"_s, QString::number(rowsPerPage));
    call.query.addQueryItem(u"offset"_s, QString::number((window.page - 1) * rowsPerPage));
    call.query.addQueryItem(u"sort_by"_s, u"timestamp"_s);
    call.query.addQueryItem(u"order"_s, u"asc"_s);
    return call;
}

Task<Result<UsagePage>> BifrostUsage::after(QString cursor)
{
    const auto window = windowAt(cursor, m_clock.now(), plan);
    if (!window)
        co_return fail(FailureKind::Rejected, u"no place in this log: "_s + cursor);
    Call call = logCall(*window);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    LogRows logs = co_await orReturn(readLogs(answer.body));
    const bool more = logs.read >= rowsPerPage;
    UsagePage page;
    page.rows = std::move(logs.rows);
    page.next = more ? nextPage(*window) : nextWindow(*window);
    page.complete = more || !reachesNow(*window, m_clock.now(), plan);
    if (!more)
        page.until = window->to;
    co_return page;
}

// A 404 says "not written yet", or that this version has no such route: then the log is searched.
Task<Result<UsageRecord>> BifrostUsage::byRequest(QString requestId)
{
    Call call{"GET", u"api/logs/"_s + Api::encoded(requestId)};
    const auto answer = co_await m_api.ask(std::move(call));
    if (answer)
        co_return readLog(answer->body);
    if (answer.error().kind != FailureKind::NotFound || answer.error().detail.contains(u"log not found"_s))
        co_return tl::unexpected<Failure>(answer.error());
    co_return co_await searched(std::move(requestId));
}

Task<Result<UsageRecord>> BifrostUsage::searched(QString requestId)
{
    Call call{"GET", u"api/logs"_s, spanQuery(m_clock.now().addSecs(-3600), m_clock.now().addSecs(60))};
    call.query.addQueryItem(u"request_id"_s, Api::encoded(requestId)); // versions that do not know it give all rows
    call.query.addQueryItem(u"limit"_s, QString::number(rowsPerPage));
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const LogRows logs = co_await orReturn(readLogs(answer.body));
    const auto found = std::ranges::find(logs.rows, requestId, &UsageRecord::requestId);
    if (found == logs.rows.end())
        co_return fail(FailureKind::NotFound, u"no log row of request "_s + requestId);
    co_return *found;
}

Task<Result<UsageTotals>> BifrostUsage::totals(QDateTime from, QDateTime to)
{
    Call call{"GET", u"api/logs/stats"_s, spanQuery(from, to)};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readStats(answer.body, from, to);
}

} // namespace gateway::bifrost
