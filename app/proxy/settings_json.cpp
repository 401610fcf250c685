// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/settings_json.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"
#include <boost/json/src.hpp>

namespace proxy {

namespace json = boost::json;

namespace {

FieldError invalid(std::string field, std::string detail)
{
    return {"invalid_field", std::move(field), std::move(detail)};
}

std::string at(std::string_view list, std::size_t index)
{
    return std::string(list) + '[' + std::to_string(index) + ']';
}

// Calls read(field, value) for each member of the object.
template<class Read>
MaybeFieldError eachField(const json::value &value, const std::string &where, Read read)
{
    const json::object *object = value.if_object();
    if (!object)
        return invalid(where, "must be an object");
    for (const auto &member : *object) {
        if (MaybeFieldError error = read(std::string_view(member.key()), member.value()))
            return error;
    }
    return {};
}

template<class Read>
MaybeFieldError eachItem(const json::value &value, std::string_view where, Read read)
{
    const json::array *array = value.if_array();
    if (!array || array->size() > 1000)
        return invalid(std::string(where), "must be a list of at most 1000 entries");
    for (std::size_t i = 0; i < array->size(); ++i) {
        if (MaybeFieldError error = read(at(where, i), (*array)[i]))
            return error;
    }
    return {};
}

FieldError unknown(const std::string &where, std::string_view field)
{
    const std::string path = where.empty() ? std::string(field) : where + '.' + std::string(field);
    return {"unknown_field", path, "is not a field of this request; see /admin/v1/openapi.json"};
}

MaybeFieldError readText(const json::value &value, const std::string &field, std::string &text, std::size_t most = 200)
{
    const json::string *string = value.if_string();
    if (!string || string->empty() || string->size() > most)
        return invalid(field, "must be a text of 1 to " + std::to_string(most) + " bytes");
    for (const char c : *string) {
        if (static_cast<unsigned char>(c) < 0x20)
            return invalid(field, "must not hold control characters");
    }
    text.assign(string->begin(), string->end());
    return {};
}

MaybeFieldError readInteger(
    const json::value &value, const std::string &field, std::int64_t least, std::int64_t &number)
{
    if (!value.is_int64() || value.get_int64() < least)
        return invalid(field, "must be an integer of at least " + std::to_string(least));
    number = value.get_int64();
    return {};
}

MaybeFieldError readTexts(const json::value &value, const std::string &field, std::vector<std::string> &texts)
{
    std::vector<std::string> read;
    MaybeFieldError error = eachItem(value, field,
        [&](const std::string &where, const json::value &item) { return readText(item, where, read.emplace_back()); });
    if (!error)
        texts = std::move(read);
    return error;
}

MaybeFieldError readBudget(const json::value &value, const std::string &where, Budget &budget)
{
    budget.nanos = 0;
    MaybeFieldError error = eachField(value, where, [&](std::string_view field, const json::value &item) {
        if (field == "nanos")
            return readInteger(item, where + ".nanos", 1, budget.nanos);
        if (field == "window")
            return readText(item, where + ".window", budget.window);
        return MaybeFieldError(unknown(where, field));
    });
    if (!error && !Window::parse(budget.window))
        error = invalid(where + ".window", "must be lifetime, day, week, month or <N>h with N from 1 to 8760");
    if (!error && budget.nanos < 1)
        error = invalid(where + ".nanos", "is missing");
    return error;
}

MaybeFieldError readBudgets(const json::value &value, std::vector<Budget> &budgets)
{
    std::vector<Budget> read;
    MaybeFieldError error = eachItem(value, "budgets", [&](const std::string &where, const json::value &item) {
        return readBudget(item, where, read.emplace_back());
    });
    if (!error)
        budgets = std::move(read);
    return error;
}

MaybeFieldError readExpiry(const json::value &value, std::optional<std::int64_t> &expires)
{
    expires.reset();
    if (value.is_null())
        return {};
    if (const json::string *text = value.if_string())
        expires = parseTime({text->data(), text->size()});
    if (!expires)
        return invalid("expires_at", "must be null or a time such as 2027-01-31T00:00:00Z");
    return {};
}

MaybeFieldError readKeyField(std::string_view field, const json::value &value, KeySettings &settings)
{
    if (field == "name")
        return readText(value, "name", settings.name, 100);
    if (field == "aliases")
        return readTexts(value, "aliases", settings.aliases);
    if (field == "budgets")
        return readBudgets(value, settings.budgets);
    if (field == "expires_at")
        return readExpiry(value, settings.expiresUs);
    if (field == "enabled") {
        if (!value.is_bool())
            return invalid("enabled", "must be true or false");
        settings.enabled = value.get_bool();
        return {};
    }
    if (field != "passport")
        return unknown({}, field);
    settings.passport = json::serialize(value);
    if (!value.is_object() || settings.passport.size() > 16'384)
        return invalid("passport", "must be an object of at most 16 KiB");
    return {};
}

MaybeFieldError readRoute(const json::value &value, const std::string &where, RouteConfig &route)
{
    MaybeFieldError error = eachField(value, where, [&](std::string_view field, const json::value &item) {
        if (field == "upstream")
            return readText(item, where + ".upstream", route.upstream);
        if (field == "model")
            return readText(item, where + ".model", route.model);
        if (field != "weight")
            return MaybeFieldError(unknown(where, field));
        std::int64_t weight = 1;
        MaybeFieldError bad = readInteger(item, where + ".weight", 1, weight);
        if (!bad && weight > 1'000'000)
            bad = invalid(where + ".weight", "must be at most 1000000");
        route.weight = bad ? 1 : int(weight);
        return bad;
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

MaybeFieldError readPriceField(std::string_view field, const json::value &value, Price &price)
{
    if (field == "input_nanos_per_million")
        return readInteger(value, "price.input_nanos_per_million", 0, price.input);
    if (field == "output_nanos_per_million")
        return readInteger(value, "price.output_nanos_per_million", 0, price.output);
    if (field == "date" && value.is_null())
        return {};
    if (field == "date")
        return readText(value, "price.date", price.date, 10);
    if (field != "cached_nanos_per_million")
        return unknown("price", field);
    if (value.is_null())
        return {};
    price.cached = 0;
    return readInteger(value, "price.cached_nanos_per_million", 0, *price.cached);
}

MaybeFieldError readPrice(const json::value &value, std::optional<Price> &price)
{
    price.reset();
    if (value.is_null())
        return {};
    Price read{-1, -1, {}, {}};
    MaybeFieldError error = eachField(value, "price",
        [&](std::string_view field, const json::value &item) { return readPriceField(field, item, read); });
    if (!error && (read.input < 0 || read.output < 0))
        error = invalid("price", "needs input_nanos_per_million and output_nanos_per_million");
    if (!error)
        price = std::move(read);
    return error;
}

MaybeFieldError readAliasField(std::string_view field, const json::value &value, AliasConfig &alias)
{
    if (field == "routes")
        return readRoutes(value, alias.routes);
    if (field == "price")
        return readPrice(value, alias.price);
    if (field != "families")
        return unknown({}, field);
    MaybeFieldError error = readTexts(value, "families", alias.families);
    for (const std::string &family : alias.families) {
        if (!error && family != "chat")
            error = invalid("families", "this gateway serves the family chat");
    }
    return error;
}

template<class Read>
MaybeFieldError readBody(std::string_view body, Read read)
{
    json::error_code failed;
    const json::value value = json::parse({body.data(), body.size()}, failed);
    if (failed || !value.is_object())
        return FieldError{"bad_json", {}, "the body must be one JSON object"};
    return eachField(value, {}, read);
}

} // namespace

MaybeFieldError readKey(std::string_view body, KeySettings &settings)
{
    return readBody(
        body, [&](std::string_view field, const json::value &value) { return readKeyField(field, value, settings); });
}

MaybeFieldError readAlias(std::string_view body, AliasConfig &alias)
{
    return readBody(
        body, [&](std::string_view field, const json::value &value) { return readAliasField(field, value, alias); });
}

KeySettings keySettingsFrom(std::string_view text)
{
    KeySettings settings;
    static_cast<void>(readKey(text, settings));
    return settings;
}

AliasConfig aliasFrom(std::string_view text)
{
    AliasConfig alias;
    static_cast<void>(readAlias(text, alias));
    return alias;
}

std::string textOf(const KeySettings &settings)
{
    JsonOut out;
    out.open('{').text("name", settings.name).key("aliases").open('[');
    for (const std::string &alias : settings.aliases)
        out.text(alias);
    out.close(']').key("budgets").open('[');
    for (const Budget &budget : settings.budgets)
        out.open('{').number("nanos", budget.nanos).text("window", budget.window).close('}');
    out.close(']').key("enabled").boolean(settings.enabled);
    if (settings.expiresUs)
        out.text("expires_at", isoTime(*settings.expiresUs));
    return out.key("passport").raw(settings.passport).close('}').take();
}

std::string textOf(const AliasConfig &alias)
{
    JsonOut out;
    out.open('{').key("routes").open('[');
    for (const RouteConfig &route : alias.routes)
        out.open('{')
            .text("upstream", route.upstream)
            .text("model", route.model)
            .number("weight", std::int64_t(route.weight))
            .close('}');
    out.close(']').key("price");
    if (alias.price)
        out.open('{')
            .number("input_nanos_per_million", alias.price->input)
            .number("output_nanos_per_million", alias.price->output)
            .number("cached_nanos_per_million", alias.price->cached)
            .text("date", alias.price->date.empty() ? std::nullopt : std::optional(alias.price->date))
            .close('}');
    else
        out.null();
    out.key("families").open('[');
    for (const std::string &family : alias.families)
        out.text(family);
    return out.close(']').close('}').take();
}

} // namespace proxy
