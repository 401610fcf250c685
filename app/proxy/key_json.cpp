// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/family.h"
#include "proxy/json_fields.h"
#include "proxy/json_out.h"
#include "proxy/settings_json.h"
#include <algorithm>

namespace proxy {

namespace json = boost::json;
using namespace fields;

namespace {

MaybeFieldError readRaiseUntil(const json::value &value, const std::string &field, Budget &budget)
{
    std::optional<std::int64_t> until;
    MaybeFieldError error = readTime(value, field, until);
    budget.raiseUntilUs = until.value_or(0);
    return error;
}

constexpr std::int64_t highestCap = 4'000'000'000'000'000'000; // with its raise it is still a number

MaybeFieldError readBudget(const json::value &value, const std::string &where, Budget &budget)
{
    budget.nanos = 0;
    MaybeFieldError error = eachField(value, where, [&](std::string_view field, const json::value &item) {
        if (field == "nanos")
            return readInteger(item, where + ".nanos", 1, budget.nanos, highestCap);
        if (field == "window")
            return readText(item, where + ".window", budget.window);
        if (field == "raise_nanos")
            return readInteger(item, where + ".raise_nanos", 0, budget.raiseNanos, highestCap);
        if (field == "raise_until")
            return readRaiseUntil(item, where + ".raise_until", budget);
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

MaybeFieldError readScope(std::string_view field, const json::value &value, KeyScope &scope)
{
    if (field == "upstreams")
        return readTexts(value, "upstreams", scope.upstreams);
    std::vector<std::string> read;
    if (MaybeFieldError error = readTexts(value, std::string(field), read))
        return error;
    for (const std::string &one : read) {
        if (field == "cidrs" && !Cidr::parse(one))
            return invalid("cidrs", "must be networks such as 127.0.0.0/8 or ::1");
        if (field == "families" && !isFamily(one))
            return invalid("families", "names a family this gateway does not serve: " + one);
    }
    (field == "cidrs" ? scope.cidrs : scope.families) = std::move(read);
    return {};
}

MaybeFieldError readSoft(const json::value &value, std::vector<int> &percents)
{
    std::vector<int> read;
    MaybeFieldError error = eachItem(value, "soft_percents", [&](const std::string &where, const json::value &item) {
        std::int64_t percent = 0;
        MaybeFieldError bad = readInteger(item, where, 1, percent, 100);
        read.push_back(int(percent));
        return bad;
    });
    std::ranges::sort(read);
    if (!error)
        percents = std::move(read);
    return error;
}

constexpr std::int64_t highestRate = 10'000'000'000;
constexpr std::int64_t longestWaitMs = 600'000;

MaybeFieldError readRate(std::string_view field, const json::value &value, KeySettings &settings)
{
    if (field == "rpm")
        return readInteger(value, "rpm", 0, settings.rates.requestsPerMinute, highestRate);
    if (field == "tpm")
        return readInteger(value, "tpm", 0, settings.rates.tokensPerMinute, highestRate);
    if (field == "parallel")
        return readInteger(value, "parallel", 0, settings.rates.parallel, highestRate);
    if (field != "wait_ms")
        return unknown({}, field);
    std::int64_t wait = 0;
    MaybeFieldError error = readInteger(value, "wait_ms", 0, wait, longestWaitMs);
    settings.waitMs = int(wait);
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
    if (field == "families" || field == "upstreams" || field == "cidrs")
        return readScope(field, value, settings.scope);
    if (field == "soft_percents")
        return readSoft(value, settings.softPercents);
    if (field != "passport")
        return readRate(field, value, settings);
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

std::optional<std::string> ownerOf(const std::string &passport)
{
    json::error_code failed;
    const json::value value = json::parse(passport, failed);
    const json::object *facts = failed ? nullptr : value.if_object();
    const json::value *owner = facts ? facts->if_contains("owner") : nullptr;
    const json::string *text = owner ? owner->if_string() : nullptr;
    return text && !text->empty() ? std::optional(std::string(text->begin(), text->end())) : std::nullopt;
}

KeySettings keySettingsFrom(std::string_view text)
{
    KeySettings settings;
    if (readKey(text, settings)) // what cannot be read whole may have held a limit
        settings.enabled = false;
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
        writeBudget(out, budget);
    out.close(']');
    writeLimits(out, settings);
    out.key("enabled").boolean(settings.enabled);
    if (settings.expiresUs)
        out.text("expires_at", isoTime(*settings.expiresUs));
    return out.key("passport").raw(settings.passport).close('}').take();
}

void writeLimits(JsonOut &out, const KeySettings &settings)
{
    const auto texts = [&out](const char *name, const std::vector<std::string> &values) {
        out.key(name).open('[');
        for (const std::string &value : values)
            out.text(value);
        out.close(']');
    };
    texts("families", settings.scope.families);
    texts("upstreams", settings.scope.upstreams);
    texts("cidrs", settings.scope.cidrs);
    out.number("rpm", settings.rates.requestsPerMinute).number("tpm", settings.rates.tokensPerMinute);
    out.number("parallel", settings.rates.parallel).number("wait_ms", std::int64_t(settings.waitMs));
    out.key("soft_percents").open('[');
    for (const int percent : settings.softPercents)
        out.number(std::int64_t(percent));
    out.close(']');
}

void writeBudget(JsonOut &out, const Budget &budget)
{
    out.open('{').number("nanos", budget.nanos).text("window", budget.window);
    out.number("raise_nanos", budget.raiseNanos);
    out.text("raise_until", budget.raiseUntilUs ? std::optional(isoTime(budget.raiseUntilUs)) : std::nullopt);
    out.close('}');
}

} // namespace proxy
