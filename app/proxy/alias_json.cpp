// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/family.h"
#include "proxy/json_fields.h"
#include "proxy/json_out.h"
#include "proxy/routing.h"
#include "proxy/settings_json.h"
#include <algorithm>

namespace proxy {

namespace json = boost::json;
using namespace fields;

namespace {

constexpr std::int64_t highestPrice = 100'000'000'000'000; // 100,000 USD a million

MaybeFieldError readPriceField(std::string_view field, const json::value &value, const std::string &where, Price &price)
{
    if (field == "input_nanos_per_million")
        return readInteger(value, where + ".input_nanos_per_million", 0, price.input, highestPrice);
    if (field == "output_nanos_per_million")
        return readInteger(value, where + ".output_nanos_per_million", 0, price.output, highestPrice);
    if (field == "date" && value.is_null())
        return {};
    if (field == "date")
        return readText(value, where + ".date", price.date, 10);
    if (field != "cached_nanos_per_million")
        return unknown(where, field);
    if (value.is_null())
        return {};
    price.cached = 0;
    return readInteger(value, where + ".cached_nanos_per_million", 0, *price.cached, highestPrice);
}

MaybeFieldError readPrice(const json::value &value, const std::string &where, std::optional<Price> &price)
{
    price.reset();
    if (value.is_null())
        return {};
    Price read{-1, -1, {}, {}};
    MaybeFieldError error = eachField(value, where,
        [&](std::string_view field, const json::value &item) { return readPriceField(field, item, where, read); });
    if (!error && (read.input < 0 || read.output < 0))
        error = invalid(where, "needs input_nanos_per_million and output_nanos_per_million");
    if (!error)
        price = std::move(read);
    return error;
}

constexpr std::int64_t longestMs = 86'400'000;

// Fields of a route that are numbers; false when the field is none of them.
MaybeFieldError readRouteNumber(
    std::string_view field, const json::value &value, const std::string &where, RouteConfig &route, bool &known)
{
    const std::string name = where + '.' + std::string(field);
    std::int64_t number = 0;
    if (field == "weight") {
        MaybeFieldError error = readInteger(value, name, 1, number, 1'000'000);
        route.weight = int(std::max<std::int64_t>(1, number));
        return error;
    }
    int *wanted = field == "connect_ms" ? &route.times.connectMs
        : field == "first_byte_ms"      ? &route.times.firstByteMs
        : field == "idle_ms"            ? &route.times.idleMs
        : field == "total_ms"           ? &route.times.totalMs
                                        : nullptr;
    known = wanted != nullptr;
    if (!known)
        return {};
    MaybeFieldError error = readInteger(value, name, 0, number, longestMs);
    *wanted = int(number);
    return error;
}

MaybeFieldError readRoute(const json::value &value, const std::string &where, RouteConfig &route)
{
    MaybeFieldError error = eachField(value, where, [&](std::string_view field, const json::value &item) {
        if (field == "upstream")
            return readText(item, where + ".upstream", route.upstream);
        if (field == "model")
            return readText(item, where + ".model", route.model);
        if (field == "price")
            return readPrice(item, where + ".price", route.price);
        bool known = true;
        MaybeFieldError bad = readRouteNumber(field, item, where, route, known);
        return known ? bad : MaybeFieldError(unknown(where, field));
    });
    if (!error && (route.upstream.empty() || route.model.empty()))
        error = invalid(where, "needs upstream and model");
    return error;
}

MaybeFieldError readRoutes(const json::value &value, std::vector<RouteConfig> &routes)
{
    std::vector<RouteConfig> read;
    MaybeFieldError error = eachItem(value, "routes",
        [&](const std::string &where, const json::value &item) { return readRoute(item, where, read.emplace_back()); });
    if (!error && read.empty())
        error = invalid("routes", "must hold at least one route");
    if (!error)
        routes = std::move(read);
    return error;
}

MaybeFieldError readStrategy(const json::value &value, Strategy &strategy)
{
    std::string name;
    if (MaybeFieldError error = readText(value, "strategy", name))
        return error;
    const std::optional<Strategy> read = strategyOf(name);
    if (!read)
        return invalid("strategy", "must be weighted, ordered, cheapest or fastest");
    strategy = *read;
    return {};
}

MaybeFieldError readAliasField(std::string_view field, const json::value &value, AliasConfig &alias)
{
    if (field == "routes")
        return readRoutes(value, alias.routes);
    if (field == "price")
        return readPrice(value, "price", alias.price);
    if (field == "strategy")
        return readStrategy(value, alias.strategy);
    if (field == "fallbacks")
        return readTexts(value, "fallbacks", alias.fallbacks);
    if (field != "families")
        return unknown({}, field);
    MaybeFieldError error = readTexts(value, "families", alias.families);
    for (const std::string &family : alias.families) {
        if (!error && !isFamily(family))
            error = invalid("families", "names a family this gateway does not serve: " + family);
    }
    return error;
}

} // namespace

MaybeFieldError readAlias(std::string_view body, AliasConfig &alias)
{
    return readBody(
        body, [&](std::string_view field, const json::value &value) { return readAliasField(field, value, alias); });
}

AliasConfig aliasFrom(std::string_view text)
{
    AliasConfig alias;
    static_cast<void>(readAlias(text, alias));
    return alias;
}

std::string textOf(const AliasConfig &alias)
{
    JsonOut out;
    out.open('{').key("routes").open('[');
    for (const RouteConfig &route : alias.routes)
        writeRoute(out, route);
    out.close(']').text("strategy", nameOf(alias.strategy));
    writePrice(out, alias.price);
    out.key("families").open('[');
    for (const std::string &family : alias.families)
        out.text(family);
    out.close(']').key("fallbacks").open('[');
    for (const std::string &fallback : alias.fallbacks)
        out.text(fallback);
    return out.close(']').close('}').take();
}

void writePrice(JsonOut &out, const std::optional<Price> &price)
{
    out.key("price");
    if (!price) {
        out.null();
        return;
    }
    out.open('{').number("input_nanos_per_million", price->input).number("output_nanos_per_million", price->output);
    out.number("cached_nanos_per_million", price->cached);
    out.text("date", price->date.empty() ? std::nullopt : std::optional(price->date)).close('}');
}

void writeRoute(JsonOut &out, const RouteConfig &route)
{
    const RouteTimes &times = route.times;
    out.open('{').text("upstream", route.upstream).text("model", route.model);
    out.number("weight", std::int64_t(route.weight)).number("connect_ms", std::int64_t(times.connectMs));
    out.number("first_byte_ms", std::int64_t(times.firstByteMs)).number("idle_ms", std::int64_t(times.idleMs));
    out.number("total_ms", std::int64_t(times.totalMs));
    writePrice(out, route.price);
    out.close('}');
}

} // namespace proxy
