// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_json.h"
#include "proxy/call.h"
#include "proxy/tables.h"

namespace proxy {

// Which part of a list is asked for: ?limit= and ?after=.
struct Page
{
    std::int64_t limit = 100;
    std::string after;
};

// Empty when the limit is none.
std::optional<Page> pageOf(std::string_view query);
std::optional<UsageQuery> usageQueryOf(std::string_view query);
Reply badPage();
// One page of rows, or bad_cursor when the cursor is beyond the newest. On the journal's thread.
Reply usagePage(sql::Database &database, const UsageQuery &query);

// One page of a list in memory; the cursor is the identity of the last item told.
template<class Item, class Identity, class Word>
Reply pageReply(const std::vector<Item> &all, const Page &page, Identity identity, Word word)
{
    std::size_t at = 0;
    while (!page.after.empty() && at < all.size() && identity(all[at]) != page.after)
        ++at;
    if (!page.after.empty() && at == all.size() && !all.empty())
        return badPage();
    std::vector<std::string> items;
    std::optional<std::string> next;
    for (at += page.after.empty() ? 0 : 1; at < all.size() && std::int64_t(items.size()) < page.limit; ++at) {
        items.push_back(word(all[at]));
        next = identity(all[at]);
    }
    const bool complete = at >= all.size();
    return {200, pageJson(items, complete ? std::nullopt : next, complete)};
}

} // namespace proxy
