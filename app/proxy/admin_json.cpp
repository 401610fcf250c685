// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_json.h"
#include "proxy/clock.h"
#include "proxy/routing.h"
#include "proxy/scripted/scenarios.h"
#include "proxy/settings_json.h"
#include <array>

namespace proxy {

namespace {

std::optional<std::string> orNull(std::string text)
{
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> timeOrNull(std::optional<std::int64_t> micros)
{
    return micros ? std::optional(isoTime(*micros)) : std::nullopt;
}

void texts(JsonOut &out, std::string_view name, const std::vector<std::string> &values)
{
    out.key(name).open('[');
    for (const std::string &value : values)
        out.text(value);
    out.close(']');
}

void previousSecret(JsonOut &out, const Key &key, std::int64_t now)
{
    out.key("previous_secret");
    if (!key.previous) {
        out.null();
        return;
    }
    out.open('{').text("last_four", key.previous->lastFour).text("valid_until", isoTime(key.previous->untilUs));
    out.key("valid").boolean(now < key.previous->untilUs);
    out.text("last_used_at", timeOrNull(key.previous->lastUsedUs)).close('}');
}

} // namespace

std::string keyJson(Key &key, std::int64_t now)
{
    const KeySettings &settings = key.settings;
    JsonOut out;
    out.open('{').text("id", key.id).text("name", settings.name).text("prefix", key.prefix);
    out.text("last_four", key.lastFour);
    texts(out, "aliases", settings.aliases);
    writeBudgets(out, key, now);
    out.number("spent_nanos", key.ledger.spent()).number("reserved_nanos", key.ledger.reserved());
    writeLimits(out, settings);
    out.number("running", key.throttle.running()).number("waiting", std::int64_t(key.waiting.size()));
    out.text("currency", "USD").key("enabled").boolean(settings.enabled);
    out.text("expires_at", timeOrNull(settings.expiresUs)).text("created_at", isoTime(key.createdUs));
    out.text("last_used_at", timeOrNull(key.lastUsedUs)).key("passport").raw(settings.passport);
    out.text("rotated_at", timeOrNull(key.rotatedUs));
    previousSecret(out, key, now);
    return out.text("origin", key.origin).close('}').take();
}

std::string aliasJson(const Alias &alias)
{
    JsonOut out;
    out.open('{').text("name", alias.config.name).key("routes").open('[');
    for (const RouteConfig &route : alias.config.routes)
        writeRoute(out, route);
    out.close(']').text("strategy", nameOf(alias.config.strategy));
    writePrice(out, alias.config.price);
    texts(out, "families", alias.config.families);
    texts(out, "fallbacks", alias.config.fallbacks);
    return out.text("origin", alias.origin).close('}').take();
}

std::string routeStateJson(const RouteLine &line, const RouteState &state, std::int64_t nowMs)
{
    const bool open = state.breaker == RouteState::Breaker::Open;
    const std::int64_t rests = open ? state.restsUntilMs - nowMs : 0;
    JsonOut out;
    out.open('{').text("alias", line.alias).text("upstream", line.route.upstream).text("model", line.route.model);
    out.number("weight", std::int64_t(line.route.weight)).text("breaker", nameOf(state.breaker));
    out.number("failures", std::int64_t(state.failures)).text("last_error_class", orNull(state.lastError));
    out.text("last_failed_at", state.lastFailedUs ? std::optional(isoTime(state.lastFailedUs)) : std::nullopt);
    out.number("rests_ms", rests);
    out.text("next_probe_at", open ? std::optional(isoTime(wallMicros() + rests * 1000)) : std::nullopt);
    out.number("first_byte_ms", state.served > 0 ? std::optional(std::int64_t(state.firstByteMs)) : std::nullopt);
    return out.number("served", state.served).number("failed", state.failed).close('}').take();
}

std::string upstreamJson(const UpstreamConfig &upstream)
{
    static constexpr std::array kinds = {"scripted", "openai", "anthropic", "gemini"};
    const bool scripted = upstream.kind == UpstreamKind::Scripted;
    JsonOut out;
    out.open('{').text("name", upstream.name).text("kind", kinds[std::size_t(upstream.kind)]);
    out.text("base_url", orNull(upstream.baseUrl)).key("has_key").boolean(!upstream.key.empty());
    out.text("ca_file", orNull(upstream.caFile)).key("models").open('[');
    if (scripted) {
        for (const scripted::Scenario &scenario : scripted::scenarios())
            out.text(scenario.name);
    }
    return out.close(']').close('}').take();
}

std::string usageJson(const UsageRow &row)
{
    JsonOut out;
    out.open('{').number("id", row.id).text("request_id", row.requestId).number("ts", row.ts);
    out.text("key_id", row.keyId)
        .text("key", row.key)
        .text("owner", row.owner)
        .text("alias", row.alias)
        .text("upstream", row.upstream);
    out.text("model", row.model).text("family", row.family).number("status", std::int64_t(row.status));
    out.text("error_class", row.errorClass).text("ended", nameOf(row.ended)).key("streamed").boolean(row.streamed);
    out.number("input_tokens", row.tokens.input).number("output_tokens", row.tokens.output);
    out.number("cached_tokens", row.tokens.cached).number("reasoning_tokens", row.tokens.reasoning);
    out.text("unit", row.unit)
        .number("cost_nanos", row.costNanos)
        .number("charged_nanos", row.chargedNanos)
        .text("currency", "USD");
    out.number("first_byte_ms", row.firstByteMs).number("first_token_ms", row.firstTokenMs);
    out.number("total_ms", row.totalMs).text("origin", row.sample ? "sample" : "live");
    out.text("price_date", row.priceDate).number("attempts", std::int64_t(row.attempts));
    out.key("previous_secret").boolean(row.previousSecret);
    return out.key("chain").raw(row.chain).close('}').take();
}

std::string pageJson(const std::vector<std::string> &items, const std::optional<std::string> &next, bool complete)
{
    JsonOut out;
    out.open('{').key("items").open('[');
    for (const std::string &item : items)
        out.raw(item);
    return out.close(']').text("next", next).key("complete").boolean(complete).close('}').take();
}

} // namespace proxy
