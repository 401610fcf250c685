// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openrouter/openrouter_usage.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

// Minutes are told for three hours at most; records may lag.
static const WindowPlan plan{std::chrono::hours(24 * 7), std::chrono::hours(3), std::chrono::hours(1)};

std::chrono::seconds OpenRouterUsage::overlap() const
{
    return plan.overlap;
}

Task<Result<QByteArray>> OpenRouterUsage::asked(QByteArray query)
{
    Call call{"POST", u"analytics/query"_s};
    call.json = std::move(query);
    call.effect = net::Effect::Reads;
    call.lane = "analytics";
    const net::Exchange answer = co_await orReturn(m_access.admin.ask(std::move(call)));
    co_return answer.body;
}

// Half of the window, from its start: there is more in it than one answer holds.
static UsagePage narrower(const UsageWindow &window)
{
    const qint64 half = std::max<qint64>(1, window.from.secsTo(window.to) / 2);
    UsagePage page;
    page.next = UsageWindow{window.from, window.from.addSecs(half), 1}.cursor();
    page.until = window.from;
    page.complete = true;
    return page;
}

Task<Result<UsagePage>> OpenRouterUsage::after(QString cursor)
{
    if (!offersRows())
        co_return fail(FailureKind::Unsupported, u"a list of calls"_s);
    const auto window = windowAt(cursor, m_clock.now(), plan);
    if (!window)
        co_return fail(FailureKind::Rejected, u"no place in this list: "_s + cursor);
    const QByteArray body = co_await orReturn(asked(rowsBody(window->from, window->to, u"model"_s)));
    Calls calls = co_await orReturn(readCalls(body));
    if (calls.truncated && window->from.secsTo(window->to) > 1)
        co_return narrower(*window);
    UsagePage page;
    page.rows = co_await orReturn(withKeys(std::move(calls.rows), *window));
    page.next = nextWindow(*window);
    page.until = window->to;
    page.complete = !reachesNow(*window, m_clock.now(), plan);
    co_return page;
}

// Rows name their key, which need not be unique; the key list tells which is which.
Task<Result<QList<UsageRecord>>> OpenRouterUsage::withKeys(QList<UsageRecord> rows, UsageWindow window)
{
    if (rows.isEmpty())
        co_return rows;
    const QByteArray body = co_await orReturn(asked(rowsBody(window.from, window.to, u"api_key_id"_s)));
    const QHash<QString, QString> names = co_await orReturn(readKeyNames(body));
    const auto isKnown = [this](const QString &name) { return m_keyIds.contains(name); };
    if (!std::ranges::all_of(names, isKnown))
        co_await orReturn(loadKeyIds());
    for (UsageRecord &row : rows) {
        row.key = names.value(row.sourceId);
        row.keyId = m_keyIds.value(row.key);
    }
    co_return rows;
}

Task<Result<>> OpenRouterUsage::loadKeyIds()
{
    QHash<QString, QString> ids;
    qsizetype read = 0;
    qsizetype last = keysPerPage;
    while (last == keysPerPage) {
        Call call{"GET", u"keys"_s};
        call.query.addQueryItem(u"include_disabled"_s, u"true"_s);
        call.query.addQueryItem(u"offset"_s, QString::number(read));
        const net::Exchange answer = co_await orReturn(m_access.admin.ask(std::move(call)));
        const QList<Key> keys = co_await orReturn(readKeys(answer.body));
        for (const Key &key : keys)
            ids.insert(key.name, ids.contains(key.name) ? QString() : key.id);
        last = keys.size();
        read += last;
    }
    m_keyIds = ids;
    co_return Result<>();
}

Task<Result<UsageRecord>> OpenRouterUsage::byRequest(QString requestId)
{
    Call call{"GET", u"generation"_s};
    call.query.addQueryItem(u"id"_s, Api::encoded(requestId));
    const net::Exchange answer = co_await orReturn(m_access.data.ask(std::move(call)));
    co_return readGeneration(answer.body, requestId);
}

Task<Result<UsageTotals>> OpenRouterUsage::totals(QDateTime from, QDateTime to)
{
    if (!m_access.administers)
        co_return fail(FailureKind::Unsupported, u"sums of usage without a management key"_s);
    auto body = co_await asked(totalsBody(from, to));
    if (!body && body.error().kind == FailureKind::NotFound) // younger than the rest of the service
        co_return co_await completedDays(from, to);
    if (!body)
        co_return tl::unexpected<Failure>(body.error());
    co_return readTotals(*body, from, to);
}

Task<Result<UsageTotals>> OpenRouterUsage::completedDays(QDateTime from, QDateTime to)
{
    Call call{"GET", u"activity"_s};
    const net::Exchange answer = co_await orReturn(m_access.admin.ask(std::move(call)));
    co_return readActivity(answer.body, from, to, m_clock.now().toUTC().date());
}

} // namespace gateway::openrouter
