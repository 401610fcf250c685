// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/paging.h"
#include "proxy/clock.h"
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

// Is it there, be it empty?
bool hasValue(std::string_view query, std::string_view name)
{
    const std::string all = '&' + std::string(query);
    return all.find('&' + std::string(name) + '=') != std::string::npos;
}

} // namespace

std::optional<Page> pageOf(std::string_view query)
{
    Page page;
    page.after = queryValue(query, "after");
    if (!hasValue(query, "limit"))
        return page;
    const std::optional<std::int64_t> number = numberOf(queryValue(query, "limit"));
    if (!number || *number < 1 || *number > mostRows)
        return {};
    page.limit = *number;
    return page;
}

std::optional<Place> Place::parse(const std::string &cursor)
{
    const std::size_t colon = cursor.find(':');
    const std::optional<std::int64_t> order =
        colon == std::string::npos ? std::nullopt : numberOf(cursor.substr(0, colon));
    return order ? std::optional(Place{*order, cursor.substr(colon + 1)}) : std::nullopt;
}

namespace {

constexpr const char *pageWords = "limit must be 1 to 1000 and after the next of a page of this list";

std::optional<std::string> textOf(std::string_view query, const char *name)
{
    std::string text = queryValue(query, name);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

MaybeFieldError readStatus(std::string_view query, UsageQuery &wanted)
{
    if (!hasValue(query, "status"))
        return {};
    wanted.status = numberOf(queryValue(query, "status"));
    if (!wanted.status || *wanted.status < 100 || *wanted.status > 999)
        return FieldError{"invalid_parameter", "status", "must be an HTTP status such as 429"};
    return {};
}

MaybeFieldError readMoment(std::string_view query, const char *name, std::optional<std::int64_t> &moment)
{
    if (!hasValue(query, name))
        return {};
    moment = parseTime(queryValue(query, name));
    if (!moment)
        return FieldError{"invalid_parameter", name, "must be a time such as 2027-01-31T00:00:00Z"};
    return {};
}

} // namespace

tl::expected<UsageQuery, FieldError> usageQueryOf(std::string_view query)
{
    const std::optional<Page> page = pageOf(query);
    const std::optional<std::int64_t> after = page && !page->after.empty() ? numberOf(page->after) : 0;
    if (!page || !after || *after < 0)
        return tl::unexpected(FieldError{"bad_cursor", {}, pageWords});
    UsageQuery wanted{*after, page->limit};
    wanted.requestId = textOf(query, "request_id");
    wanted.key = textOf(query, "key");
    wanted.alias = textOf(query, "alias");
    MaybeFieldError error = readStatus(query, wanted);
    if (!error)
        error = readMoment(query, "since", wanted.sinceUs);
    if (!error)
        error = readMoment(query, "until", wanted.untilUs);
    if (error)
        return tl::unexpected(std::move(*error));
    return wanted;
}

Reply badPage()
{
    return badQuery({"bad_cursor", {}, pageWords});
}

Reply badQuery(const FieldError &error)
{
    const std::string name = error.field.empty() ? std::string() : error.field + ' ';
    return problem(400, error.code.c_str(), name + error.detail + '.', error.field);
}

Reply usagePage(sql::Database &database, const UsageQuery &query)
{
    const sql::Result<std::int64_t> newest = lastUsageId(database);
    if (newest && query.after > *newest)
        return problem(400, "bad_cursor",
            "The cursor is beyond this database's newest row: the newest row is " + std::to_string(*newest)
                + ". The database is another one than before; read again from the first row.");
    const sql::Result<UsageRows> found = readUsage(database, query);
    if (!found)
        return problem(507, "storage", "The rows cannot be read: " + found.error().message + '.');
    std::vector<std::string> items;
    for (const UsageRow &row : found->rows)
        items.push_back(usageJson(row));
    return {200, pageJson(items, std::to_string(found->readTo), found->complete)};
}

} // namespace proxy
