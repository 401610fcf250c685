// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/json_fields.h"
#include "proxy/json_out.h"
#include "proxy/settings_json.h"

namespace proxy {

namespace json = boost::json;
using namespace fields;

namespace {

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

MaybeFieldError readKeyField(std::string_view field, const json::value &value, KeySettings &settings)
{
    if (field == "name")
        return readText(value, "name", settings.name, 100);
    if (field == "aliases")
        return readTexts(value, "aliases", settings.aliases);
    if (field == "budgets")
        return readBudgets(value, settings.budgets);
    if (field == "expires_at")
        return readTime(value, "expires_at", settings.expiresUs);
    if (field == "enabled")
        return readBoolean(value, "enabled", settings.enabled);
    if (field != "passport")
        return unknown({}, field);
    settings.passport = json::serialize(value);
    if (!value.is_object() || settings.passport.size() > 16'384)
        return invalid("passport", "must be an object of at most 16 KiB");
    return {};
}

} // namespace

MaybeFieldError readKey(std::string_view body, KeySettings &settings)
{
    return readBody(
        body, [&](std::string_view field, const json::value &value) { return readKeyField(field, value, settings); });
}

KeySettings keySettingsFrom(std::string_view text)
{
    KeySettings settings;
    static_cast<void>(readKey(text, settings));
    return settings;
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

} // namespace proxy
