// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_usage.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/or_return.h"
#include "gateway/litellm/litellm_usage_wire.h"
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

// The rows of one second, as far as they were told.
struct Crowd
{
    QHash<QString, UsageRecord> rows;
    std::optional<qint64> total;
};

namespace {

const WindowPlan plan{.span = std::chrono::hours(24 * 31)};
constexpr qint64 mostRows = 10'000; // of one window: further ones are cut off or not counted
constexpr int mostDayPages = 1000;
constexpr int mostRounds = 8; // through a crowded second
constexpr qsizetype largePage = 1000; // which older servers refuse
constexpr int mostCrowdPages = 1000;

// A part of the window that holds fewer rows than are told; nothing: it is small enough, or the last one, which is read
// to where rows end.
std::optional<UsageWindow> narrower(const UsageWindow &window, const RowPage &page, const QDateTime &now)
{
    const qint64 seconds = window.from.secsTo(window.to);
    const qint64 total = page.total.value_or(0);
    if (window.page != 1 || seconds < 2 || reachesNow(window, now, plan) || (total < mostRows && !page.capped))
        return {};
    const qint64 part = page.capped ? seconds / 2 : seconds * (mostRows / 2) / total;
    return UsageWindow{window.from, window.from.addSecs(std::max<qint64>(1, part)), 1};
}

// An older server sends all rows of the days a window touches, in one piece.
UsageWindow oneDay(UsageWindow window)
{
    window.to = std::min(window.to, window.from.addDays(1));
    return window;
}

UsageTotals added(UsageTotals a, const UsageTotals &b)
{
    for (const auto member :
        {&UsageTotals::requests, &UsageTotals::inputTokens, &UsageTotals::outputTokens, &UsageTotals::costNanos})
        a.*member = (a.*member).value_or(0) + (b.*member).value_or(0);
    return a;
}

UsageTotals ofDays(UsageTotals sums, const QDate &first, const QDate &last)
{
    sums.from = first.startOfDay(Qt::UTC);
    sums.to = last.addDays(1).startOfDay(Qt::UTC);
    sums.currency = u"USD"_s;
    return sums;
}

// LiteLLM orders nothing within one time, so from page to page some rows of it are told twice and others left out: behind
// a full page it goes on from the second of the last row, which is read once more, and counts pages within a second only.
QString behind(const UsageWindow &window, const QList<UsageRecord> &rows)
{
    const auto second = QDateTime::fromSecsSinceEpoch(rows.last().at.toSecsSinceEpoch(), Qt::UTC);
    const bool inOrder = std::ranges::is_sorted(rows, {}, &UsageRecord::at); // older servers have another one
    if (rows.size() < rowsPerPage || !inOrder || second <= window.from || second >= window.to)
        return nextPage(window);
    return UsageWindow{second, window.to, 1}.cursor();
}

// A full page of one second: behind it there may be more rows of that second.
bool isCrowded(const UsageWindow &window, const QList<UsageRecord> &rows)
{
    const auto inFirst = [&window](const UsageRecord &row) { return row.at < window.from.addSecs(1); };
    return rows.size() >= rowsPerPage && std::ranges::all_of(rows, inFirst);
}

// Pages that end elsewhere in each round.
RowOrder orderOf(qsizetype largest, int round)
{
    return {largest - largest * 13 / 100 * (round / 2), round % 2 == 1};
}

bool isWhole(const Crowd &crowd)
{
    return crowd.total && crowd.rows.size() >= *crowd.total;
}

UsagePage endOf(const UsageWindow &window, const QDateTime &now)
{
    UsagePage page;
    page.complete = !reachesNow(window, now, plan);
    page.next = nextWindow(page.complete ? window : UsageWindow{window.from, window.from, 1});
    page.until = window.to;
    return page;
}

} // namespace

std::chrono::seconds LitellmUsage::overlap() const
{
    return plan.overlap;
}

Task<Result<UsagePage>> LitellmUsage::after(QString cursor)
{
    const QDateTime now = m_clock.now();
    const auto asked = windowAt(cursor, now, plan);
    if (!asked)
        co_return fail(FailureKind::Rejected, u"no cursor of ours: "_s + cursor);
    RowPage rows = co_await orReturn(rowsOf(*asked));
    UsageWindow window = m_path == Path::V1 ? oneDay(*asked) : *asked;
    UsagePage page;
    if (const auto cut = narrower(window, rows, now)) {
        page.next = cut->cursor();
        page.complete = true;
        page.until = window.from;
        co_return page;
    }
    if (m_path == Path::V1)
        rows.rows.removeIf([&window](const UsageRecord &row) { return row.at < window.from || row.at > window.to; });
    if (rows.rows.isEmpty() || m_path == Path::V1)
        page = endOf(window, now);
    else if (isCrowded(window, rows.rows) && !reachesNow(window, now, plan))
        co_return co_await crowded(window);
    else if (reachesNow(window, now, plan)) // read again from its start once it is final
        page = UsagePage{{}, nextPage(window), true, {}};
    else
        page = UsagePage{{}, behind(window, rows.rows), true, {}};
    page.rows = rows.rows;
    co_return page;
}

// LiteLLM orders nothing within one time: its pages tell some rows twice and leave others out, and the same pages would do
// so again. What is told only in part after all rounds is said in the log, and shows where sums are compared.
Task<Result<UsagePage>> LitellmUsage::crowded(UsageWindow window)
{
    const UsageWindow second{window.from, window.from.addSecs(1), 1};
    Crowd crowd;
    qsizetype largest = largePage;
    for (int round = 0; round < mostRounds && !isWhole(crowd); ++round) {
        const auto more = co_await joined(crowd, second, orderOf(largest, round));
        const bool tooLarge = !more && round == 0 && more.error().kind == FailureKind::Rejected;
        if (!more && !tooLarge)
            co_return tl::unexpected<Failure>(more.error());
        if (tooLarge)
            largest = rowsPerPage;
        const bool nothingNew = more && !more->total && more->rows.size() == crowd.rows.size();
        if (more)
            crowd = *more;
        if (nothingNew)
            break;
    }
    if (crowd.total && !isWhole(crowd))
        qCWarning(gwSync).noquote() << "of the calls that began at" << second.cursor() << "the gateway counts"
                                    << *crowd.total << "but lists" << crowd.rows.size();
    const UsageWindow rest{second.to, window.to, 1};
    UsagePage page;
    page.rows = crowd.rows.values();
    page.next = rest.from < rest.to ? rest.cursor() : nextWindow(window);
    page.complete = true;
    co_return page;
}

// With every page of that order.
Task<Result<Crowd>> LitellmUsage::joined(Crowd crowd, UsageWindow second, RowOrder order)
{
    RowPage rows;
    for (int number = 1; number == 1 || (rows.rows.size() >= order.perPage && number <= mostCrowdPages); ++number) {
        second.page = number;
        const net::Exchange answer = co_await orReturn(ask(second, QString(), order));
        rows = co_await orReturn(readRowPage(answer.body));
        for (const UsageRecord &row : rows.rows)
            crowd.rows.insert(row.sourceId, row);
        crowd.total = rows.capped ? std::nullopt : rows.total;
    }
    co_return crowd;
}

Task<Result<RowPage>> LitellmUsage::rowsOf(UsageWindow window)
{
    const RowOrder order;
    const net::Exchange answer = co_await orReturn(ask(window, QString(), order));
    co_return readRowPage(answer.body);
}

// Goes on to what an older server has when it does not know the newer (contract 6.3).
Task<Result<net::Exchange>> LitellmUsage::ask(UsageWindow window, QString requestId, RowOrder order)
{
    static constexpr std::array paths{"spend/logs/v2", "spend/logs/ui", "spend/logs"};
    while (true) {
        Call call{"GET", QLatin1StringView(paths[std::size_t(m_path)])};
        call.query = m_path == Path::V1 ? daysQuery(oneDay(window)) : rowsQuery(window, order);
        if (m_path == Path::V1 && !requestId.isEmpty())
            call.query.clear();
        if (!requestId.isEmpty())
            call.query.addQueryItem(u"request_id"_s, Api::encoded(requestId));
        auto answer = co_await m_api.ask(std::move(call));
        const bool unknown = !answer && answer.error().kind == FailureKind::NotFound;
        if (!unknown || m_path == Path::V1)
            co_return answer;
        m_path = Path(int(m_path) + 1);
    }
}

Task<Result<UsageRecord>> LitellmUsage::byRequest(QString requestId)
{
    UsageWindow window{m_clock.now().addDays(-30), m_clock.now().addSecs(3600), 1};
    const RowOrder order;
    const net::Exchange answer = co_await orReturn(ask(window, requestId, order));
    const RowPage page = co_await orReturn(readRowPage(answer.body));
    const auto row = rowOfCall(page.rows, requestId);
    if (!row)
        co_return fail(FailureKind::NotFound, u"no usage row of request "_s + requestId);
    co_return *row;
}

// Days are days in UTC, and each page tells its own sums only.
Task<Result<UsageTotals>> LitellmUsage::totals(QDateTime from, QDateTime to)
{
    const QDate first = from.toUTC().date();
    const QDate last = to.toUTC().addSecs(-1).date();
    UsageTotals sums;
    DayPage page;
    for (int number = 1; number == 1 || (page.more && number <= mostDayPages); ++number) {
        Call call{"GET", u"user/daily/activity"_s};
        call.query.addQueryItem(u"start_date"_s, first.toString(Qt::ISODate));
        call.query.addQueryItem(u"end_date"_s, last.toString(Qt::ISODate));
        call.query.addQueryItem(u"page"_s, QString::number(number));
        call.query.addQueryItem(u"page_size"_s, u"1000"_s);
        const auto answer = co_await m_api.ask(std::move(call));
        if (!answer && answer.error().kind == FailureKind::NotFound)
            co_return co_await spendOnly(first, last);
        if (!answer)
            co_return tl::unexpected<Failure>(answer.error());
        page = co_await orReturn(readDayPage(answer->body));
        sums = added(sums, page.sums);
    }
    co_return ofDays(sums, first, last);
}

Task<Result<UsageTotals>> LitellmUsage::spendOnly(QDate from, QDate to)
{
    Call call{"GET", u"global/spend/logs"_s};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const UsageTotals sums = co_await orReturn(readDailySpend(answer.body, from, to));
    co_return ofDays(sums, from, to);
}

} // namespace gateway::litellm
