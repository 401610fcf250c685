// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/clock.h"
#include "proxy/paging.h"
#include "proxy/tables.h"
#include <algorithm>
#include <array>
#include <set>

namespace proxy {

namespace {

Reply notFound(const std::string &what)
{
    return problem(404, "not_found", "There is no " + what + ".");
}

Reply wrongMethod(const Request &request)
{
    return problem(405, "method_not_allowed", std::string(request.method) + " is not possible here.");
}

} // namespace

Reply problem(int status, const char *code, const std::string &detail, const std::string &field)
{
    JsonOut out;
    out.open('{').text("type", std::string("urn:gatewright:problem:") + code).text("title", reasonOf(status));
    out.number("status", std::int64_t(status)).text("code", code).text("detail", detail);
    out.text("field", field.empty() ? std::nullopt : std::optional(field)).close('}');
    return {status, out.take(), "application/problem+json"};
}

AdminPlane::AdminPlane(
    Catalog &catalog, Journal &journal, const RouteHealth &health, Digest adminKey, Post post, Status status)
    : m_catalog(catalog)
    , m_journal(journal)
    , m_health(health)
    , m_adminKey(adminKey)
    , m_post(std::move(post))
    , m_status(std::move(status))
{}

void AdminPlane::handle(const Request &request, Done done)
{
    if (request.path() == "/admin/v1/openapi.json" && request.method == "GET")
        return done({200, std::string(openApiDocument())});
    if (request.bearer().empty() || !m_adminKey.sameAs(digestOf(request.bearer())))
        return done(problem(401, "unauthorized", "The admin key is missing or wrong. Send it as a bearer token."));
    route(request, std::move(done));
}

void AdminPlane::route(const Request &request, Done done)
{
    std::string_view path = request.path();
    constexpr std::string_view base = "/admin/v1/";
    if (!path.starts_with(base))
        return done(notFound("such path; the API begins with /admin/v1/"));
    path.remove_prefix(base.size());
    if (path.ends_with('/'))
        path.remove_suffix(1);
    const std::string_view head = path.substr(0, path.find('/'));
    const std::string_view rest = path.substr(std::min(path.size(), head.size() + 1));
    if (head == "keys")
        return keys(request, rest, std::move(done));
    if (head == "aliases")
        return aliases(request, percentDecoded(rest), std::move(done));
    constexpr std::array others = {"status", "upstreams", "routes", "usage", "config"};
    if (!rest.empty() || std::ranges::find(others, head) == others.end())
        return done(notFound("such path: " + std::string(request.path())));
    if (request.method != "GET")
        return done(wrongMethod(request));
    if (head == "usage")
        return usage(request, std::move(done));
    if (head == "status")
        return done({200, statusJson(m_status())});
    if (head == "config")
        return done({200, configJson(m_catalog, m_status().limits)});
    done(head == "routes" ? listRoutes() : listUpstreams());
}

Reply AdminPlane::listUpstreams()
{
    std::vector<std::string> items;
    for (const UpstreamConfig &upstream : m_catalog.upstreams())
        items.push_back(upstreamJson(upstream));
    return {200, pageJson(items, {}, true)};
}

// Each upstream and model that stands behind an alias, once.
Reply AdminPlane::listRoutes()
{
    const std::int64_t now = steadyMs();
    std::set<std::pair<std::string, std::string>> told;
    std::vector<std::string> items;
    for (const std::shared_ptr<Alias> &alias : m_catalog.aliases()) {
        for (const RouteConfig &route : alias->config.routes) {
            if (told.emplace(route.upstream, route.model).second)
                items.push_back(routeStateJson(route, m_health.stateOf(route, now), now));
        }
    }
    return {200, pageJson(items, {}, true)};
}

void AdminPlane::keys(const Request &request, std::string_view id, Done done)
{
    if (id.empty() && request.method == "GET")
        return done(listKeys(request));
    if (id.empty() && request.method == "POST")
        return createKey(request, std::move(done));
    if (id.empty())
        return done(wrongMethod(request));
    const std::shared_ptr<Key> key = m_catalog.keyById(id);
    if (!key)
        return done(notFound("key with this id"));
    if (request.method == "GET")
        return done({200, keyJson(*key, wallMicros())});
    if (request.method == "PATCH")
        return updateKey(request, *key, std::move(done));
    if (request.method == "DELETE")
        return deleteKey(key, std::move(done));
    done(wrongMethod(request));
}

Reply AdminPlane::listKeys(const Request &request)
{
    const std::optional<Page> page = pageOf(request.query());
    if (!page)
        return badPage();
    const std::string name = queryValue(request.query(), "name");
    std::vector<std::shared_ptr<Key>> wanted;
    for (const std::shared_ptr<Key> &key : m_catalog.keys()) {
        if (name.empty() || key->settings.name == name)
            wanted.push_back(key);
    }
    return pageReply(
        wanted, *page, [](const auto &key) { return key->id; },
        [now = wallMicros()](const auto &key) { return keyJson(*key, now); });
}

Reply AdminPlane::listAliases(const Request &request)
{
    const std::optional<Page> page = pageOf(request.query());
    if (!page)
        return badPage();
    return pageReply(
        m_catalog.aliases(), *page, [](const auto &alias) { return alias->config.name; },
        [](const auto &alias) { return aliasJson(*alias); });
}

void AdminPlane::aliases(const Request &request, const std::string &name, Done done)
{
    if (name.empty())
        return done(request.method == "GET" ? listAliases(request) : wrongMethod(request));
    if (request.method == "PUT")
        return setAlias(request, name, std::move(done));
    const std::shared_ptr<Alias> alias = m_catalog.alias(name);
    if (!alias)
        return done(notFound("alias \"" + name + '"'));
    if (request.method == "GET")
        return done({200, aliasJson(*alias)});
    if (request.method == "DELETE")
        return removeAlias(alias, std::move(done));
    done(wrongMethod(request));
}

void AdminPlane::usage(const Request &request, Done done)
{
    const std::optional<UsageQuery> query = usageQueryOf(request.query());
    if (!query)
        return done(badPage());
    m_journal.run([query, done = std::move(done), post = m_post](sql::Database &database) {
        Reply reply = usagePage(database, *query);
        post([done, reply = std::move(reply)] { done(reply); });
    });
}

} // namespace proxy
