// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/route_health.h"

namespace proxy {

// One way behind an alias, as the lists tell it.
struct RouteLine
{
    std::int64_t order = 0; // of the alias
    std::string name; // of this line: alias and position
    std::string alias;
    RouteConfig route;
};
std::vector<RouteLine> routeLines(const Catalog &catalog);

// Each upstream and model behind an alias once, with its breaker.
std::vector<std::pair<RouteConfig, RouteState>> routeStates(
    const Catalog &catalog, const RouteHealth &health, std::int64_t nowMs);

} // namespace proxy
