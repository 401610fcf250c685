// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/conditions.h"
#include "proxy/fallbacks.h"
#include "proxy/json_fields.h"
#include <algorithm>
#include <simdjson.h>

namespace proxy {

namespace {

constexpr std::size_t longestName = 200;

bool usableName(const std::string &name)
{
    const bool printable = std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return printable && fields::lengthOf(name) <= longestName && simdjson::validate_utf8(name.data(), name.size());
}

// A body that is no alias, or names what is not there.
std::optional<Reply> unusableAlias(const Catalog &catalog, std::string_view body, AliasConfig &config)
{
    if (const MaybeFieldError error = readAlias(body, config))
        return badField(*error);
    if (config.routes.empty())
        return badField({"invalid_field", "routes", "is missing"});
    for (std::size_t i = 0; i < config.routes.size(); ++i) {
        const std::string &upstream = config.routes[i].upstream;
        if (!catalog.upstream(upstream))
            return badField({"unknown_upstream", fields::at("routes", i) + ".upstream",
                                "names \"" + upstream + "\", which is not configured; see /admin/v1/upstreams"},
                409);
    }
    return {};
}

} // namespace

void AdminPlane::setAlias(const Request &request, const std::string &name, Done done)
{
    const std::shared_ptr<Alias> known = m_catalog.alias(name);
    if (std::optional<Reply> reply = conditionFailed(request, known ? std::optional(versionOf(*known)) : std::nullopt))
        return done(std::move(*reply));
    if (!usableName(name))
        return done(badField({"invalid_field", "name", "must be 1 to 200 characters without control characters"}));
    Alias alias;
    if (std::optional<Reply> reply = unusableAlias(m_catalog, {request.body, request.size}, alias.config))
        return done(std::move(*reply));
    alias.config.name = name;
    if (const std::string wrong = wrongFallbacks(m_catalog, alias.config); !wrong.empty())
        return done(badField({"invalid_fallback", "fallbacks", wrong}, 409));
    const std::optional<Alias> before = known ? std::optional(*known) : std::nullopt;
    const bool added = m_catalog.setAlias(alias);
    const auto undo = [this, before, name] {
        if (before)
            m_catalog.setAlias(*before);
        else
            m_catalog.removeAlias(name);
    };
    const Reply reply = tagged({added ? 201 : 200, aliasJson(alias)}, versionOf(alias));
    persist(request, {[alias](sql::Database &database) { return saveAlias(database, alias); }, reply, reply.body, undo},
        std::move(done));
}

void AdminPlane::removeAlias(const Request &request, const std::string &name, Done done)
{
    const std::shared_ptr<Alias> alias = m_catalog.alias(name);
    if (!alias)
        return done(problem(404, "not_found", "There is no alias \"" + name + "\"."));
    if (std::optional<Reply> reply = conditionFailed(request, versionOf(*alias)))
        return done(std::move(*reply));
    if (const AliasConfig *other = fallsBackOn(m_catalog, name))
        return done(problem(409, "in_use",
            "The alias \"" + other->name + "\" falls back on \"" + name + "\". Take it out of there first."));
    m_catalog.removeAlias(name);
    persist(request,
        {[name](sql::Database &database) { return dropAlias(database, name); }, {204, {}, {}}, {},
            [this, alias] { m_catalog.setAlias(*alias); }},
        std::move(done));
}

} // namespace proxy
