// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_json.h"
#include "proxy/problem.h"
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
Reply badPage();
tl::expected<UsageQuery, FieldError> usageQueryOf(std::string_view query);
Reply badQuery(const FieldError &error);
// One page of rows, or bad_cursor when the cursor is beyond the newest. On the journal's thread.
Reply usagePage(sql::Database &database, const UsageQuery &query);

// Where an item stands in its list: a number that grows along it, and its name.
struct Place
{
    std::int64_t order = 0;
    std::string name;

    std::string cursor() const { return std::to_string(order) + ':' + name; }
    static std::optional<Place> parse(const std::string &cursor);
};

// The first item behind a place; when the item of that name is gone, the first of a higher order.
template<class Item, class PlaceOf>
std::size_t behind(const std::vector<Item> &all, const Place &last, PlaceOf placeOf)
{
    std::size_t next = all.size();
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Place place = placeOf(all[at]);
        if (place.name == last.name)
            return at + 1;
        if (next == all.size() && place.order > last.order)
            next = at;
    }
    return next;
}

// One page of a list in memory; the cursor is the place of the last item told, so that nothing is left out or told twice
// while others are added or removed.
template<class Item, class PlaceOf, class Word>
Reply pageReply(const std::vector<Item> &all, const Page &page, PlaceOf placeOf, Word word)
{
    const std::optional<Place> last = Place::parse(page.after);
    if (!last && !page.after.empty())
        return badPage();
    std::vector<std::string> items;
    std::optional<std::string> next;
    std::size_t at = last ? behind(all, *last, placeOf) : 0;
    for (; at < all.size() && std::int64_t(items.size()) < page.limit; ++at) {
        items.push_back(word(all[at]));
        next = placeOf(all[at]).cursor();
    }
    const bool complete = at >= all.size();
    return {200, pageJson(items, complete ? std::nullopt : next, complete)};
}

} // namespace proxy
