// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_json.h"
#include "proxy/clock.h"
#include "proxy/routing.h"
#include "proxy/settings_json.h"
#include <array>

namespace proxy {

namespace {

std::optional<std::string> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

void writeUpstream(JsonOut &out, const UpstreamConfig &upstream)
{
    static constexpr std::array kinds = {"scripted", "openai", "anthropic", "gemini"};
    out.open('{').text("name", upstream.name).text("kind", kinds[std::size_t(upstream.kind)]);
    out.text("base_url", orNull(upstream.baseUrl)).text("key_ref", orNull(upstream.keyRef));
    out.key("has_key").boolean(!upstream.key.empty()).text("ca_file", orNull(upstream.caFile)).close('}');
}

void writeKey(JsonOut &out, const Key &key)
{
    const KeySettings &settings = key.settings;
    out.open('{').text("name", settings.name).text("secret_ref", orNull(key.secretRef));
    out.key("enabled").boolean(settings.enabled).key("aliases").open('[');
    for (const std::string &alias : settings.aliases)
        out.text(alias);
    out.close(']').key("budgets").open('[');
    for (const Budget &budget : settings.budgets)
        writeBudget(out, budget);
    out.close(']');
    writeLimits(out, settings);
    out.text("expires_at", settings.expiresUs ? std::optional(isoTime(*settings.expiresUs)) : std::nullopt);
    out.key("passport").raw(settings.passport).close('}');
}

void writeGatewayLimits(JsonOut &out, const Limits &limits)
{
    const auto number = [&out](const char *name, auto value) { out.number(name, std::int64_t(value)); };
    out.key("limits").open('{');
    number("head_ms", limits.headMs);
    number("body_ms", limits.bodyMs);
    number("idle_ms", limits.idleMs);
    number("write_ms", limits.writeMs);
    number("connect_ms", limits.connectMs);
    number("silence_ms", limits.silenceMs);
    number("total_ms", limits.totalMs);
    number("attempts", limits.mostAttempts);
    number("retry_percent", limits.retryPercent);
    number("retry_burst", limits.retryBurst);
    number("breaker_failures", limits.breakerFailures);
    number("breaker_rest_ms", limits.breakerRestMs);
    number("body_bytes", limits.bodyBytes);
    number("head_fields", std::int64_t(limits.headFields));
    number("connections", limits.connections);
    number("connection_requests", limits.connectionRequests);
    number("database_pages", limits.databasePages);
    out.close('}');
}

} // namespace

std::string configJson(const Catalog &catalog, const Limits &limits)
{
    JsonOut out;
    out.open('{');
    writeGatewayLimits(out, limits);
    out.key("upstreams").open('[');
    for (const UpstreamConfig &upstream : catalog.upstreams())
        writeUpstream(out, upstream);
    out.close(']').key("aliases").open('[');
    for (const std::shared_ptr<Alias> &alias : catalog.aliases()) {
        if (alias->origin != "builtin")
            out.raw(aliasJson(*alias));
    }
    out.close(']').key("keys").open('[');
    for (const std::shared_ptr<Key> &key : catalog.keys())
        writeKey(out, *key);
    return out.close(']').close('}').take();
}

} // namespace proxy
