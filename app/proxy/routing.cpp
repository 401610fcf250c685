// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/routing.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

using Routes = std::vector<const RouteConfig *>;

bool same(const RouteConfig &a, const RouteConfig &b)
{
    return a.upstream == b.upstream && a.model == b.model;
}

const RouteConfig *byWeight(Alias &alias, const Routes &routes)
{
    std::uint64_t total = 0;
    for (const RouteConfig *route : routes)
        total += std::uint64_t(route->weight);
    if (total == 0)
        return routes.front();
    std::uint64_t at = alias.turn++ % total;
    for (const RouteConfig *route : routes) {
        if (at < std::uint64_t(route->weight))
            return route;
        at -= std::uint64_t(route->weight);
    }
    return routes.back();
}

// An unknown price is no reason to choose a route. Three tokens are read for each that is written.
std::int64_t costliness(const Alias &alias, const RouteConfig &route)
{
    const std::optional<Price> &price = priceOf(alias, route);
    return price ? 3 * price->input + price->output : INT64_MAX;
}

const RouteConfig *chosen(Alias &alias, const RouteHealth &health, const Routes &routes, std::int64_t nowMs)
{
    switch (alias.config.strategy) {
    case Strategy::Weighted:
        return byWeight(alias, routes);
    case Strategy::Ordered:
        break;
    case Strategy::Cheapest:
        return *std::ranges::min_element(
            routes, {}, [&](const RouteConfig *route) { return costliness(alias, *route); });
    case Strategy::Fastest: // who has not answered yet is tried first, or it would never be known
        return *std::ranges::min_element(
            routes, {}, [&](const RouteConfig *route) { return health.stateOf(*route, nowMs).firstByteMs; });
    }
    return routes.front();
}

// The first well route of those it falls back on that was not tried.
const RouteConfig *fallbackOf(const Alias &alias, const RouteHealth &health, const RouteWish &wish, std::int64_t nowMs)
{
    const auto fits = [&](const RouteConfig &route) {
        const bool again = std::ranges::any_of(wish.tried, [&](const RouteConfig *one) { return same(*one, route); });
        return !again && wish.allowed(route) && health.admits(route, nowMs);
    };
    const auto found = std::ranges::find_if(alias.fallbackRoutes, fits);
    return found == alias.fallbackRoutes.end() ? nullptr : &*found;
}

constexpr std::array strategies = {"weighted", "ordered", "cheapest", "fastest"};

} // namespace

const RouteConfig *nextRoute(Alias &alias, const RouteHealth &health, const RouteWish &wish, std::int64_t nowMs)
{
    const std::span<const RouteConfig *const> tried = wish.tried;
    thread_local Routes left; // their memory is used again
    thread_local Routes well;
    left.clear();
    well.clear();
    for (const RouteConfig &route : alias.config.routes) {
        const bool again = std::ranges::any_of(tried, [&](const RouteConfig *one) { return same(*one, route); });
        if (again || !wish.allowed(route))
            continue;
        left.push_back(&route);
        if (health.admits(route, nowMs))
            well.push_back(&route);
    }
    const RouteConfig *fallback = well.empty() ? fallbackOf(alias, health, wish, nowMs) : nullptr;
    if (fallback || left.empty())
        return fallback;
    if (!tried.empty())
        return well.empty() ? nullptr : well.front();
    return chosen(alias, health, well.empty() ? left : well, nowMs);
}

const std::optional<Price> &priceOf(const Alias &alias, const RouteConfig &route)
{
    return route.price || route.fallback ? route.price : alias.config.price;
}

const RouteConfig *routeNamed(const Alias &alias, std::string_view name)
{
    const auto found = std::ranges::find_if(alias.config.routes,
        [&](const RouteConfig &route) { return route.model == name || route.upstream + '/' + route.model == name; });
    return found == alias.config.routes.end() ? nullptr : &*found;
}

const char *nameOf(Strategy strategy)
{
    return strategies[std::size_t(strategy)];
}

std::optional<Strategy> strategyOf(std::string_view name)
{
    const auto found = std::ranges::find(strategies, name);
    return found == strategies.end() ? std::nullopt : std::optional(Strategy(found - strategies.begin()));
}

} // namespace proxy
