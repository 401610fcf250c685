// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/route_health.h"
#include <span>

namespace proxy {

// What limits the choice: routes that were tried, and those the key may not take.
struct RouteWish
{
    std::span<const RouteConfig *const> tried;
    std::function<bool(const RouteConfig &)> allowed;
};

// The route of a call's next attempt, or none. The one place where routing is decided: the alias's strategy chooses the
// first among the routes that are well, the others follow in their order, and then the routes of the aliases it falls
// back on. When every route rests the first one is tried all the same: a gateway that refuses by itself would only hide what the upstream says.
const RouteConfig *nextRoute(Alias &alias, const RouteHealth &health, const RouteWish &wish, std::int64_t nowMs);

// The route of this alias an x-model header means: its model, or upstream/model.
const RouteConfig *routeNamed(const Alias &alias, std::string_view name);

// What a route costs: its own price, else its alias's.
const std::optional<Price> &priceOf(const Alias &alias, const RouteConfig &route);

const char *nameOf(Strategy strategy);
std::optional<Strategy> strategyOf(std::string_view name);

} // namespace proxy
