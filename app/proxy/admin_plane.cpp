// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/clock.h"
#include "proxy/conditions.h"
#include "proxy/route_lines.h"
#include <algorithm>

namespace proxy {

namespace {

Reply notFound(const std::string &what)
{
    return problem(404, "not_found", "There is no " + what + ".");
}

Reply wrongMethod(const Request &request, const std::string &allow)
{
    Reply reply = problem(
        405, "method_not_allowed", std::string(request.method) + " is not possible here; possible are " + allow + '.');
    reply.headers.emplace_back("Allow", allow);
    return reply;
}

Reply noAdminKey()
{
    Reply reply = problem(401, "unauthorized", "The admin key is missing or wrong. Send it as a bearer token.");
    reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
}

// JSON, or a body that does not say what it is.
bool isJson(std::string_view type)
{
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' '))
        type.remove_suffix(1);
    std::string lower(type);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return type.empty() || lower == "application/json";
}

// Not there, which is null, or 1 to 255 visible characters.
bool usableIdempotencyKey(std::string_view key)
{
    const bool visible = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
    return !key.data() || (!key.empty() && key.size() <= 255 && visible);
}

// What is wrong with a request whatever it wants.
std::optional<Reply> unusable(const Request &request, const AdminRoute &route)
{
    if (const std::string member = strangerIn(request.query(), route); !member.empty())
        return problem(400, "unknown_parameter",
            "The query member \"" + member + "\" is not known here, or is there twice; see /admin/v1/openapi.json.",
            member);
    if (route.hasBody && !isJson(request.contentType))
        return problem(415, "unsupported_media_type", "The body must be application/json.");
    if (!usableIdempotencyKey(request.idempotencyKey))
        return problem(400, "invalid_header", "Idempotency-Key must be 1 to 255 visible ASCII characters.");
    return {};
}

} // namespace

AdminPlane::AdminPlane(
    Catalog &catalog, Journal &journal, const RouteHealth &health, Digest adminKey, Post post, Status status)
    : m_catalog(catalog)
    , m_journal(journal)
    , m_health(health)
    , m_adminKey(adminKey)
    , m_post(std::move(post))
    , m_status(std::move(status))
    , m_replays(journal, m_post)
{}

bool AdminPlane::mayAsk(const Request &request) const
{
    return !request.bearer().empty() && m_adminKey.sameAs(digestOf(request.bearer()));
}

void AdminPlane::handle(const Request &request, Done done)
{
    const AdminMatch match = matchAdmin(request.method, request.path());
    const bool open = match.route && match.route->operation == AdminOperation::OpenApi;
    if (!open && !mayAsk(request))
        return done(noAdminKey());
    if (match.allow.empty())
        return done(notFound("such path: " + std::string(request.path())));
    if (!match.route)
        return done(wrongMethod(request, match.allow));
    if (std::optional<Reply> reply = unusable(request, *match.route))
        return done(std::move(*reply));
    dispatch(request, match, std::move(done));
}

void AdminPlane::dispatch(const Request &request, const AdminMatch &match, Done done)
{
    if (match.route->method == "GET")
        return read(request, match, [request, done = std::move(done)](Reply reply) {
            done(reply.status == 200 ? unlessKnown(request, std::move(reply)) : std::move(reply));
        });
    m_replays.once(
        request, [this, request, match](Done answer) { change(request, match, std::move(answer)); }, std::move(done));
}

void AdminPlane::read(const Request &request, const AdminMatch &match, Done done)
{
    switch (match.route->operation) {
    case AdminOperation::OpenApi:
        return done(tagged({200, std::string(openApiDocument())}));
    case AdminOperation::Status:
        return done({200, statusJson(facts())});
    case AdminOperation::Config:
        return done({200, configJson(m_catalog, facts().limits)});
    case AdminOperation::Health:
        return done({200, healthJson(facts())});
    case AdminOperation::Metrics:
        return metrics(std::move(done));
    case AdminOperation::ListUsage:
        return usage(request, std::move(done));
    case AdminOperation::ListKeys:
        return done(listKeys(request));
    case AdminOperation::ListAliases:
        return done(listAliases(request));
    case AdminOperation::ListRoutes:
        return done(listRoutes(request));
    case AdminOperation::ListUpstreams:
        return done(listUpstreams(request));
    case AdminOperation::ReadAlias:
        return done(oneAlias(match));
    default:
        return done(oneKey(match));
    }
}

void AdminPlane::change(const Request &request, const AdminMatch &match, Done done)
{
    if (match.route->operation == AdminOperation::CreateKey)
        return createKey(request, std::move(done));
    if (match.route->operation == AdminOperation::SetAlias)
        return setAlias(request, match.name, std::move(done));
    if (match.route->operation == AdminOperation::RemoveAlias)
        return removeAlias(request, match.name, std::move(done));
    keyChange(request, match, std::move(done));
}

void AdminPlane::keyChange(const Request &request, const AdminMatch &match, Done done)
{
    const std::shared_ptr<Key> key = m_catalog.keyById(match.name);
    if (!key)
        return done(notFound("key with this id"));
    if (std::optional<Reply> reply = conditionFailed(request, versionOf(*key)))
        return done(std::move(*reply));
    switch (match.route->operation) {
    case AdminOperation::UpdateKey:
        return updateKey(request, key, std::move(done));
    case AdminOperation::RotateKey:
        return rotateKey(request, key, std::move(done));
    case AdminOperation::EndPrevious:
        return endPrevious(request, key, std::move(done));
    default:
        return deleteKey(request, key, std::move(done));
    }
}

Reply AdminPlane::oneKey(const AdminMatch &match) const
{
    const std::shared_ptr<Key> key = m_catalog.keyById(match.name);
    if (!key)
        return notFound("key with this id");
    if (match.route->operation == AdminOperation::KeyLimits)
        return {200, limitsJson(*key, wallMicros(), steadyMicros())};
    return tagged({200, keyJson(*key, wallMicros())}, versionOf(*key));
}

Reply AdminPlane::oneAlias(const AdminMatch &match) const
{
    const std::shared_ptr<Alias> alias = m_catalog.alias(match.name);
    if (!alias)
        return notFound("alias \"" + match.name + '"');
    return tagged({200, aliasJson(*alias)}, versionOf(*alias));
}

StatusFacts AdminPlane::facts() const
{
    StatusFacts facts = m_status();
    for (const std::shared_ptr<Key> &key : m_catalog.keys()) {
        facts.running += key->throttle.running();
        facts.waiting += std::int64_t(key->waiting.size());
        facts.reservedNanos += key->ledger.reserved();
    }
    const std::int64_t now = steadyMs();
    for (const RouteLine &line : routeLines(m_catalog))
        facts.restingRoutes += m_health.stateOf(line.route, now).breaker != RouteState::Breaker::Closed;
    return facts;
}

} // namespace proxy
