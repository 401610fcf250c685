// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_usage.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

constexpr int inCents = -2;
constexpr int recentDays = 1; // whose graphs have narrow steps
constexpr int olderDays = 30;

std::optional<qint64> whole(const std::optional<qint64> &nanos)
{
    return nanos ? std::optional(*nanos / 1'000'000'000) : std::nullopt;
}

} // namespace

Call PortkeyUsage::asking(const QString &path, const Part &part) const
{
    Call call{"GET", u"analytics/"_s + path};
    call.query.addQueryItem(u"time_of_generation_min"_s, part.from.toUTC().toString(Qt::ISODate));
    call.query.addQueryItem(u"time_of_generation_max"_s, part.to.toUTC().toString(Qt::ISODate));
    if (!m_workspace.isEmpty())
        call.query.addQueryItem(u"workspace_slug"_s, Api::encoded(m_workspace));
    if (!part.trace.isEmpty())
        call.query.addQueryItem(u"trace_id"_s, Api::encoded(part.trace));
    return call;
}

Task<Result<Graph>> PortkeyUsage::graph(QString name, Part part, int shift)
{
    Call call = asking(u"graphs/"_s + name, part);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readGraph(answer.body, shift);
}

Task<Result<UsagePage>> PortkeyUsage::after(QString)
{
    co_return fail(FailureKind::Unsupported, u"a list of calls: Portkey gives it as a paid export only"_s);
}

Task<Result<UsageRecord>> PortkeyUsage::byRequest(QString requestId)
{
    const QDateTime now = m_clock.now();
    Part part{now.addDays(-recentDays), now.addSecs(3600), requestId};
    Graph requests = co_await orReturn(graph(u"requests"_s, part, 0));
    if (whole(requests.total).value_or(0) == 0) {
        part.from = now.addDays(-olderDays);
        requests = co_await orReturn(graph(u"requests"_s, part, 0));
    }
    const qint64 calls = whole(requests.total).value_or(0);
    if (calls > 1)
        co_return fail(FailureKind::Conflict, u"%1 calls have the trace id %2"_s.arg(calls).arg(requestId));
    if (calls == 0)
        co_return fail(FailureKind::NotFound, u"no call of trace "_s + requestId);
    co_return co_await callOf(part, requests);
}

// Cents of small calls are rounded, down to nothing: then the cost is not known.
Task<Result<UsageRecord>> PortkeyUsage::callOf(Part part, Graph requests)
{
    const Graph cost = co_await orReturn(graph(u"cost"_s, part, inCents));
    Call call = asking(u"groups/ai-models"_s, part);
    const net::Exchange models = co_await orReturn(m_api.ask(std::move(call)));
    UsageRecord record;
    record.model = co_await orReturn(readOnlyModel(models.body));
    record.requestId = part.trace;
    record.sourceId = u"trace/"_s + part.trace;
    record.at = requests.first.value_or(part.to);
    if (cost.total.value_or(0) > 0) {
        record.costNanos = cost.total;
        record.currency = u"USD"_s;
    }
    co_return record;
}

Task<Result<UsageTotals>> PortkeyUsage::totals(QDateTime from, QDateTime to)
{
    UsageTotals totals;
    totals.from = from;
    totals.to = to;
    totals.currency = u"USD"_s;
    const Part part{from, to};
    const Graph requests = co_await orReturn(graph(u"requests"_s, part, 0));
    const Graph cost = co_await orReturn(graph(u"cost"_s, part, inCents));
    totals.requests = whole(requests.total);
    totals.costNanos = cost.total;
    co_return totals; // tokens come as one sum, which is neither input nor output
}

} // namespace gateway::portkey
