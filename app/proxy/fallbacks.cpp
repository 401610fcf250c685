// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/fallbacks.h"
#include "proxy/catalog.h"
#include <algorithm>

namespace proxy {

namespace {

bool holds(const AliasNames &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

void follow(const AliasLookup &lookup, const AliasConfig &from, AliasNames &seen)
{
    for (const std::string &name : from.fallbacks) {
        const AliasConfig *next = lookup(name);
        if (!next || holds(seen, name))
            continue;
        seen.push_back(name);
        follow(lookup, *next, seen);
    }
}

// The way on from one alias to `goal`, which ends it; empty: there is none.
AliasNames wayTo(const AliasLookup &lookup, const AliasConfig &from, const std::string &goal, AliasNames &seen)
{
    seen.push_back(from.name);
    for (const std::string &name : from.fallbacks) {
        const AliasConfig *next = lookup(name);
        AliasNames way;
        if (name == goal)
            way = {goal};
        else if (next && !holds(seen, name))
            way = wayTo(lookup, *next, goal, seen);
        if (way.empty())
            continue;
        way.insert(way.begin(), from.name);
        return way;
    }
    return {};
}

} // namespace

AliasNames namesBehind(const AliasLookup &lookup, const AliasConfig &alias)
{
    AliasNames names{alias.name};
    follow(lookup, alias, names);
    names.erase(names.begin());
    return names;
}

std::vector<RouteConfig> routesBehind(const AliasLookup &lookup, const AliasConfig &alias)
{
    std::vector<RouteConfig> routes;
    for (const std::string &name : namesBehind(lookup, alias)) {
        const AliasConfig *next = lookup(name);
        for (RouteConfig route : next->routes) {
            route.price = route.price ? route.price : next->price;
            route.fallback = true;
            routes.push_back(std::move(route));
        }
    }
    return routes;
}

AliasNames circleOf(const AliasLookup &lookup, const AliasConfig &alias)
{
    AliasNames seen;
    return wayTo(lookup, alias, alias.name, seen);
}

AliasLookup lookupIn(const Catalog &catalog)
{
    return [&catalog](std::string_view name) -> const AliasConfig * {
        const std::shared_ptr<Alias> alias = catalog.alias(name);
        return alias ? &alias->config : nullptr;
    };
}

std::string wrongFallbacks(const Catalog &catalog, const AliasConfig &wanted)
{
    for (auto at = wanted.fallbacks.begin(); at != wanted.fallbacks.end(); ++at) {
        if (*at != wanted.name && !catalog.alias(*at))
            return "names \"" + *at + "\", which is no alias of this gateway";
        if (std::find(wanted.fallbacks.begin(), at, *at) != at)
            return "names \"" + *at + "\" twice";
    }
    std::string arrows;
    for (const std::string &name : circleOf(lookupIn(catalog), wanted))
        arrows += (arrows.empty() ? "goes round in a circle: " : " > ") + name;
    return arrows;
}

const AliasConfig *fallsBackOn(const Catalog &catalog, std::string_view name)
{
    const auto found = std::ranges::find_if(
        catalog.aliases(), [&](const auto &alias) { return holds(alias->config.fallbacks, name); });
    return found == catalog.aliases().end() ? nullptr : &(*found)->config;
}

} // namespace proxy
