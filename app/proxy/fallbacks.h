// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include <functional>
#include <string_view>

// What an alias falls back on when its own routes fail: the routes of others, followed by those they fall back on.
namespace proxy {

class Catalog;
using AliasNames = std::vector<std::string>;
// An alias by its name; null: there is none.
using AliasLookup = std::function<const AliasConfig *(std::string_view name)>;

// Those aliases, each followed by those it falls back on itself; none comes twice, and names that are not there are
// passed over.
AliasNames namesBehind(const AliasLookup &lookup, const AliasConfig &alias);
// Their routes; their own alias's price stands in them.
std::vector<RouteConfig> routesBehind(const AliasLookup &lookup, const AliasConfig &alias);

// The way on which an alias would fall back on itself, from it to it; empty: there is none. It need not be in there yet.
AliasNames circleOf(const AliasLookup &lookup, const AliasConfig &alias);

AliasLookup lookupIn(const Catalog &catalog);
// Why an alias may not fall back as it wishes: "fallbacks" goes before the sentence. Empty: it may.
std::string wrongFallbacks(const Catalog &catalog, const AliasConfig &wanted);
// The first alias that falls back on this one; null: none does.
const AliasConfig *fallsBackOn(const Catalog &catalog, std::string_view name);

} // namespace proxy
