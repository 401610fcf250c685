// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/paging.h"
#include "proxy/admin_plane.h"
#include "proxy/request.h"
#include <charconv>

namespace proxy {

namespace {

constexpr std::int64_t mostRows = 1000;

std::optional<std::int64_t> numberOf(const std::string &text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<Page> pageOf(std::string_view query)
{
    Page page;
    page.after = queryValue(query, "after");
    const std::string limit = queryValue(query, "limit");
    if (limit.empty())
        return page;
    const std::optional<std::int64_t> number = numberOf(limit);
    if (!number || *number < 1 || *number > mostRows)
        return {};
    page.limit = *number;
    return page;
}

std::optional<UsageQuery> usageQueryOf(std::string_view query)
{
    const std::optional<Page> page = pageOf(query);
    const std::optional<std::int64_t> after = page && !page->after.empty() ? numberOf(page->after) : 0;
    if (!page || !after || *after < 0)
        return {};
    UsageQuery wanted{*after, page->limit, {}};
    if (std::string id = queryValue(query, "request_id"); !id.empty())
        wanted.requestId = std::move(id);
    return wanted;
}

Reply badPage()
{
    return problem(400, "bad_cursor", "limit must be 1 to 1000 and after the next of a page of this list.");
}

namespace {

Reply usageReply(const std::vector<UsageRow> &rows, const UsageQuery &query)
{
    std::vector<std::string> items;
    std::int64_t last = query.after;
    for (const UsageRow &row : rows) {
        if (std::int64_t(items.size()) == query.limit)
            break;
        items.push_back(usageJson(row));
        last = row.id;
    }
    return {200, pageJson(items, std::to_string(last), std::int64_t(rows.size()) <= query.limit)};
}

} // namespace

Reply usagePage(sql::Database &database, const UsageQuery &query)
{
    const sql::Result<std::int64_t> newest = lastUsageId(database);
    if (newest && query.after > *newest)
        return problem(400, "bad_cursor",
            "The cursor is beyond this database's newest row: the newest row is " + std::to_string(*newest)
                + ". The database is another one than before; read again from the first row.");
    const sql::Result<std::vector<UsageRow>> rows = readUsage(database, query);
    return rows ? usageReply(*rows, query) : problem(507, "storage", rows.error().message);
}

} // namespace proxy
