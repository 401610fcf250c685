// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_routes.h"
#include "proxy/request.h"
#include <array>
#include <set>

namespace proxy {

namespace {

constexpr std::string_view paged = "limit after ";
constexpr std::array routes = {
    AdminRoute{"GET", "/admin/v1/status", AdminOperation::Status},
    AdminRoute{"GET", "/admin/v1/config", AdminOperation::Config},
    AdminRoute{"GET", "/admin/v1/health", AdminOperation::Health},
    AdminRoute{"GET", "/admin/v1/openapi.json", AdminOperation::OpenApi},
    AdminRoute{"GET", "/metrics", AdminOperation::Metrics},
    AdminRoute{"GET", "/admin/v1/keys", AdminOperation::ListKeys, "limit after name "},
    AdminRoute{"POST", "/admin/v1/keys", AdminOperation::CreateKey, {}, true},
    AdminRoute{"GET", "/admin/v1/keys/{id}", AdminOperation::ReadKey},
    AdminRoute{"PATCH", "/admin/v1/keys/{id}", AdminOperation::UpdateKey, {}, true},
    AdminRoute{"DELETE", "/admin/v1/keys/{id}", AdminOperation::DeleteKey},
    AdminRoute{"GET", "/admin/v1/keys/{id}/limits", AdminOperation::KeyLimits},
    AdminRoute{"POST", "/admin/v1/keys/{id}/rotate", AdminOperation::RotateKey, {}, true},
    AdminRoute{"DELETE", "/admin/v1/keys/{id}/previous-secret", AdminOperation::EndPrevious},
    AdminRoute{"GET", "/admin/v1/aliases", AdminOperation::ListAliases, paged},
    AdminRoute{"GET", "/admin/v1/aliases/{name}", AdminOperation::ReadAlias},
    AdminRoute{"PUT", "/admin/v1/aliases/{name}", AdminOperation::SetAlias, {}, true},
    AdminRoute{"DELETE", "/admin/v1/aliases/{name}", AdminOperation::RemoveAlias},
    AdminRoute{"GET", "/admin/v1/upstreams", AdminOperation::ListUpstreams, paged},
    AdminRoute{"GET", "/admin/v1/routes", AdminOperation::ListRoutes, paged},
    AdminRoute{
        "GET", "/admin/v1/usage", AdminOperation::ListUsage, "limit after request_id key alias status since until "},
};

// Does the path follow the pattern? The part that stands for the name, or null.
bool follows(std::string_view path, std::string_view pattern, std::string_view &name)
{
    const std::size_t open = pattern.find('{');
    name = {};
    if (open == std::string_view::npos)
        return path == pattern;
    const std::string_view tail = pattern.substr(pattern.find('}') + 1);
    if (!path.starts_with(pattern.substr(0, open)) || path.size() <= open + tail.size() || !path.ends_with(tail))
        return false;
    name = path.substr(open, path.size() - open - tail.size());
    const bool slashes = pattern.ends_with("{name}"); // an alias may be named so
    return slashes || name.find('/') == std::string_view::npos;
}

} // namespace

std::span<const AdminRoute> adminRoutes()
{
    return routes;
}

AdminMatch matchAdmin(std::string_view method, std::string_view path)
{
    AdminMatch match;
    for (const AdminRoute &route : routes) {
        std::string_view name;
        if (!follows(path, route.path, name))
            continue;
        match.name = percentDecoded(name);
        match.allow += (match.allow.empty() ? "" : ", ") + std::string(route.method);
        if (route.method == "GET")
            match.allow += ", HEAD";
        if (route.method == method || (route.method == "GET" && method == "HEAD"))
            match.route = &route;
    }
    return match;
}

std::string strangerIn(std::string_view query, const AdminRoute &route)
{
    const std::string names = ' ' + std::string(route.query);
    std::set<std::string_view> seen;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        const std::string_view member = pair.substr(0, pair.find('='));
        const bool known = names.find(' ' + std::string(member) + ' ') != std::string::npos;
        if (!pair.empty() && (!known || !seen.insert(member).second))
            return percentDecoded(member);
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
    }
    return {};
}

} // namespace proxy
