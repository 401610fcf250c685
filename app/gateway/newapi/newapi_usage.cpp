// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_usage.h"
#include "base/or_return.h"
#include "gateway/newapi/newapi_money.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gateway::newapi {

namespace {

constexpr WindowPlan plan{.overlap = 180s}; // rows are written when a call ends, by several nodes
constexpr auto patience = 30s;
constexpr qint64 narrowest = 600; // seconds
constexpr int mostPages = 50; // looked through for one request
constexpr int recentDays = 30; // a row of these tells the zone

QString listQuery(const UsageWindow &window, const Server &server)
{
    const int number = server.generation == Generation::OneApi ? window.page - 1 : window.page;
    return u"p=%1&page_size=100&start_timestamp=%2&end_timestamp=%3"_s.arg(number)
        .arg(window.from.toSecsSinceEpoch())
        .arg(window.to.toSecsSinceEpoch() - 1); // both ends count there
}

// The common user's total may be cut short: only a short page ends that list.
bool isLast(const ListPage &page, bool trusted)
{
    return page.isLast() && (trusted || page.bare || page.rows.size() < page.size);
}

bool namesItsRequest(const QJsonObject &row)
{
    return !row["request_id"_L1].toString().isEmpty();
}

bool follows(const UsageWindow &page, const UsageWindow &read)
{
    return page.from == read.from && page.to == read.to && page.page == read.page + 1;
}

} // namespace

std::chrono::seconds NewApiUsage::overlap() const
{
    return plan.overlap;
}

QString NewApiUsage::path() const
{
    return m_session.owner().isAdmin() ? u"api/log/"_s : u"api/log/self"_s;
}

Task<Result<ListPage>> NewApiUsage::page(UsageWindow window, QString filter)
{
    Call call{"GET", path()};
    call.query.setQuery(listQuery(window, m_session.server()) + filter);
    call.patience = patience;
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    const auto list = listOf(answer.body, u"usage list"_s);
    if (list && std::ranges::any_of(list->rows, namesItsRequest))
        m_session.sawRequestIds();
    co_return list;
}

// Counting and skipping rows is slow work on a big log: what takes too long is asked for in halves.
Task<Result<ListPage>> NewApiUsage::narrowed(UsageWindow &window)
{
    auto found = co_await page(window, QString());
    while (!found && found.error().kind == FailureKind::Timeout && window.page == 1
        && window.from.secsTo(window.to) > narrowest) {
        window.to = window.from.addSecs(window.from.secsTo(window.to) / 2);
        found = co_await page(window, QString());
    }
    co_return found;
}

// A log without rows or with one does not tell yet: counted then, which suits the row with id 1 in either case.
Task<Result<Ids>> NewApiUsage::ids()
{
    if (m_session.owner().isAdmin() && m_session.server().pagesFromZero())
        m_ids = Ids::Own;
    if (!m_session.owner().isAdmin())
        m_ids = Ids::Counted;
    if (m_ids)
        co_return *m_ids;
    Call call{"GET", path()};
    call.query.setQuery(u"p=1&page_size=2"_s);
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    const ListPage newest = co_await orReturn(listOf(answer.body, u"usage list"_s));
    m_ids = idsOf(newest);
    co_return m_ids.value_or(Ids::Counted);
}

Task<Result<UsagePage>> NewApiUsage::after(QString cursor)
{
    co_await orReturn(m_session.ready());
    auto window = windowAt(cursor, m_session.now(), plan);
    if (!window)
        co_return fail(FailureKind::Rejected, u"not a place in this log: "_s + cursor.left(60));
    Ids kind = co_await orReturn(ids());
    const bool goesOn = follows(*window, m_read);
    if (!goesOn)
        m_ordinals.clear();
    if (kind == Ids::Counted && !goesOn)
        window->page = 1; // how many equal rows came before is not known any more
    const ListPage list = co_await orReturn(narrowed(*window));
    if (!m_ids && window->page == 1) // it has rows only since it was asked
        m_ids = idsOf(list);
    kind = m_ids.value_or(kind);
    UsagePage found;
    found.rows = co_await orReturn(readCalls(list, m_session.server(), kind, m_ordinals));
    m_read = *window;
    const bool last = isLast(list, m_session.owner().isAdmin());
    found.complete = !last || !reachesNow(*window, m_session.now(), plan);
    found.next = last ? nextWindow(*window) : nextPage(*window);
    found.until = window->to;
    co_return found;
}

Task<Result<UsageRecord>> NewApiUsage::byRequest(QString requestId)
{
    co_await orReturn(m_session.ready());
    if (!m_session.server().namesRequests)
        co_return fail(FailureKind::Unsupported, u"find a row by request id: this gateway's rows have none"_s);
    if (m_session.server().generation == Generation::OneApi)
        co_return co_await searched(requestId);
    Call call{"GET", path()};
    call.query.setQuery(u"p=1&page_size=100&request_id="_s + Api::encoded(requestId));
    call.patience = patience;
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    const ListPage list = co_await orReturn(listOf(answer.body, u"usage list"_s));
    const Ids kind = co_await orReturn(ids());
    Ordinals ordinals;
    const auto rows = co_await orReturn(readCalls(list, m_session.server(), kind, ordinals));
    const auto found = rowOf(rows, requestId); // a filter it does not know is ignored: whole lists come back then
    if (!found)
        co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
    co_return *found;
}

// It knows no such filter, but its request ids begin with the time: of its own zone, which its newest rows tell.
Task<Result<UsageRecord>> NewApiUsage::searched(QString requestId)
{
    const auto began = timeOfRequest(requestId);
    if (!began)
        co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
    auto found = co_await around(*began, requestId);
    if (found || found.error().kind != FailureKind::NotFound)
        co_return found;
    const QDateTime now = m_session.now();
    const UsageWindow recent{now.addDays(-recentDays), now.addSecs(60), 1};
    const ListPage newest = co_await orReturn(page(recent, QString()));
    const qint64 ahead = zoneOf(newest);
    if (ahead != 0)
        found = co_await around(began->addSecs(-ahead), requestId);
    co_return found;
}

Task<Result<UsageRecord>> NewApiUsage::around(QDateTime began, QString requestId)
{
    UsageWindow window{began.addSecs(-5), began.addSecs(900), 1};
    const Ids kind = co_await orReturn(ids());
    Ordinals ordinals;
    for (bool last = false; !last && window.page <= mostPages; ++window.page) {
        const ListPage list = co_await orReturn(page(window, QString()));
        const auto rows = co_await orReturn(readCalls(list, m_session.server(), kind, ordinals));
        const auto found = rowOf(rows, requestId);
        if (found)
            co_return *found;
        last = list.isLast();
    }
    co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
}

Task<Result<qint64>> NewApiUsage::quotaSum(UsageWindow window)
{
    Call call{"GET", m_session.owner().isAdmin() ? u"api/log/stat"_s : u"api/log/self/stat"_s};
    call.query.setQuery(u"type=2&start_timestamp=%1&end_timestamp=%2"_s.arg(window.from.toSecsSinceEpoch())
                            .arg(window.to.toSecsSinceEpoch() - 1));
    call.patience = patience;
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    co_return readQuotaSum(answer.body);
}

Task<Result<qint64>> NewApiUsage::givenBack(UsageWindow window)
{
    qint64 sum = 0;
    for (bool last = false; !last && window.page <= mostPages; ++window.page) {
        const ListPage list = co_await orReturn(page(window, u"&type=6"_s));
        sum = sumOf(sum, quotaOn(list));
        last = isLast(list, m_session.owner().isAdmin());
    }
    co_return sum;
}

// The calls whose rows are kept: those that failed have rows of another type. Only an admin's list tells how many, and a
// bare one never: One API tells what a time cost, and no more of it.
Task<Result<std::optional<qint64>>> NewApiUsage::calls(UsageWindow window, ListPage served)
{
    if (served.bare || !m_session.owner().isAdmin())
        co_return std::nullopt;
    const ListPage failed = co_await orReturn(page(window, u"&type=5"_s));
    co_return served.total + failed.total;
}

// A hint, no account: some say 0 where there are rows, and then nothing is told of the cost.
Task<Result<UsageTotals>> NewApiUsage::totals(QDateTime from, QDateTime to)
{
    co_await orReturn(m_session.ready());
    const UsageWindow window{from.toUTC(), to.toUTC(), 1};
    const qint64 quota = co_await orReturn(quotaSum(window));
    const ListPage served = co_await orReturn(page(window, u"&type=2"_s));
    UsageTotals sums;
    sums.from = window.from;
    sums.to = window.to;
    sums.requests = co_await orReturn(calls(window, served));
    qint64 back = 0;
    if (quota != 0 && m_session.server().generation != Generation::OneApi)
        back = co_await orReturn(givenBack(window));
    if (quota != 0 || served.rows.isEmpty())
        sums.costNanos = nanosOf(quota - back, m_session.server().quotaPerUnit);
    if (sums.costNanos)
        sums.currency = u"USD"_s;
    co_return sums;
}

} // namespace gateway::newapi
