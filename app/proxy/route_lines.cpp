// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/route_lines.h"
#include <set>

namespace proxy {

std::vector<RouteLine> routeLines(const Catalog &catalog)
{
    std::vector<RouteLine> lines;
    for (const std::shared_ptr<Alias> &alias : catalog.aliases()) {
        int position = 0;
        for (const RouteConfig &route : alias->config.routes) {
            const std::string name = alias->config.name + '/' + std::to_string(position++);
            lines.push_back({alias->order, name, alias->config.name, route});
        }
    }
    return lines;
}

std::vector<std::pair<RouteConfig, RouteState>> routeStates(
    const Catalog &catalog, const RouteHealth &health, std::int64_t nowMs)
{
    std::set<std::pair<std::string, std::string>> told;
    std::vector<std::pair<RouteConfig, RouteState>> states;
    for (const RouteLine &line : routeLines(catalog)) {
        if (told.emplace(line.route.upstream, line.route.model).second)
            states.emplace_back(line.route, health.stateOf(line.route, nowMs));
    }
    return states;
}

} // namespace proxy
