// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/clock.h"
#include "proxy/conditions.h"
#include "proxy/metrics_text.h"
#include "proxy/paging.h"

namespace proxy {

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
    return tagged(pageReply(
        wanted, *page,
        [](const auto &key) {
            return Place{key->createdUs, key->id};
        },
        [now = wallMicros()](const auto &key) { return keyJson(*key, now); }));
}

Reply AdminPlane::listAliases(const Request &request)
{
    const std::optional<Page> page = pageOf(request.query());
    if (!page)
        return badPage();
    return tagged(pageReply(
        m_catalog.aliases(), *page,
        [](const auto &alias) {
            return Place{alias->order, alias->config.name};
        },
        [](const auto &alias) { return aliasJson(*alias); }));
}

Reply AdminPlane::listUpstreams(const Request &request)
{
    const std::optional<Page> page = pageOf(request.query());
    if (!page)
        return badPage();
    return pageReply(
        m_catalog.upstreams(), *page,
        [](const auto &upstream) {
            return Place{0, upstream.name};
        },
        upstreamJson);
}

Reply AdminPlane::listRoutes(const Request &request)
{
    const std::optional<Page> page = pageOf(request.query());
    if (!page)
        return badPage();
    const std::int64_t now = steadyMs();
    return pageReply(
        routeLines(m_catalog), *page,
        [](const auto &line) {
            return Place{line.order, line.name};
        },
        [&](const auto &line) { return routeStateJson(line, m_health.stateOf(line.route, now), now); });
}

void AdminPlane::usage(const Request &request, Done done)
{
    const tl::expected<UsageQuery, FieldError> query = usageQueryOf(request.query());
    if (!query)
        return done(badQuery(query.error()));
    m_journal.runWithRows([query = *query, done = std::move(done), post = m_post](sql::Database &database) {
        Reply reply = usagePage(database, query);
        post([done, reply = std::move(reply)] { done(reply); });
    });
}

// The gauges are known here, what the rows add up to on the journal's thread.
void AdminPlane::metrics(Done done)
{
    MetricsText gauges;
    writeGauges(gauges, facts());
    gauges.head("gatewright_breaker_state", "gauge", "Of a route's breaker: 0 closed, 1 half open, 2 open.");
    const std::int64_t now = steadyMs();
    for (const auto &[route, state] : routeStates(m_catalog, m_health, now)) {
        std::string labels;
        addLabel(labels, "upstream", route.upstream);
        addLabel(labels, "model", route.model);
        gauges.sample("gatewright_breaker_state", labels, std::int64_t(state.breakerNumber()));
    }
    m_journal.runWithRows([this, text = gauges.take(), done = std::move(done), post = m_post](sql::Database &) {
        MetricsText counted;
        m_journal.metrics().write(counted);
        const Reply reply{200, text + counted.take(), "text/plain; version=0.0.4; charset=utf-8"};
        post([done, reply] { done(reply); });
    });
}

} // namespace proxy
