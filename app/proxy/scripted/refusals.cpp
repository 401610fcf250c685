// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/scenarios.h"

namespace proxy::scripted {

namespace {

constexpr std::string_view request = "invalid_request_error";
constexpr std::string_view quota = "insufficient_quota";
constexpr std::string_view server = "server_error";
constexpr std::string_view tooMany = "Rate limit reached for requests.";
constexpr std::string_view broken = "The server had an error while processing your request.";

constexpr Scenario refusing(
    std::string_view name, int status, std::string_view type, std::string_view code, std::string_view message)
{
    return {.name = name, .fault = Fault::Refuse, .status = status, .type = type, .code = code, .message = message};
}

constexpr Scenario limited(std::string_view name, std::string_view header = {}, std::string_view value = {})
{
    Scenario scenario = refusing(name, 429, "requests", "rate_limit_exceeded", tooMany);
    scenario.header = header;
    scenario.headerValue = value;
    return scenario;
}

// Refuses the first attempts of an SDK, then answers.
constexpr Scenario limitedFirst(std::string_view name, int refusals)
{
    Scenario scenario = limited(name, "retry-after-ms", "20");
    scenario.fault = Fault::RefuseFirst;
    scenario.refusals = refusals;
    scenario.pauseMs = 1;
    return scenario;
}

constexpr Scenario bare(std::string_view name, Fault fault, int status = 200)
{
    return {.name = name, .fault = fault, .status = status};
}

constexpr Scenario with(Scenario scenario, std::string_view header, std::string_view value)
{
    scenario.header = header;
    scenario.headerValue = value;
    return scenario;
}

constexpr Scenario table[] = {
    bare("test-200-error", Fault::ErrorIn200),
    bare("test-200-empty", Fault::Empty200),
    bare("test-html-200", Fault::Html200),
    refusing("test-400", 400, request, "context_length_exceeded", "This model's maximum context length is 16 tokens."),
    with(refusing("test-400-should-retry", 400, request, "", "This may work when it is tried again."), "x-should-retry",
        "true"),
    refusing("test-401", 401, request, "invalid_api_key", "Incorrect API key provided: sk-up...dead."),
    refusing("test-402", 402, quota, quota, "Insufficient credits."),
    refusing(
        "test-403", 403, request, "insufficient_permissions", "You have insufficient permissions for this operation."),
    refusing("test-404", 404, request, "model_not_found",
        "The model `gone` does not exist or you do not have access to it."),
    refusing("test-408", 408, request, "", "The request took too long to arrive."),
    refusing("test-409", 409, request, "", "The resource is locked by another request."),
    bare("test-413-html", Fault::HtmlRefusal, 413),
    refusing("test-422", 422, request, "invalid_value", "The value of temperature cannot be processed."),
    refusing("test-422-budget", 422, "budget_exceeded", "422",
        "Budget has been exceeded! Current cost: 1.0, Max budget: 1.0"),
    limited("test-429"),
    limited("test-429-retry-after", "retry-after", "1"),
    limited("test-429-retry-after-ms", "retry-after-ms", "250"),
    limited("test-429-retry-date", "retry-after", "date"),
    limited("test-429-retry-long", "retry-after", "3600"),
    limited("test-429-should-retry", "x-should-retry", "true"),
    limited("test-429-should-not-retry", "x-should-retry", "false"),
    limitedFirst("test-429-once", 1),
    limitedFirst("test-429-twice", 2),
    bare("test-429-empty", Fault::EmptyRefusal, 429),
    refusing("test-429-quota", 429, quota, quota,
        "You exceeded your current quota, please check your plan and billing details."),
    refusing("test-500", 500, server, "", broken),
    bare("test-500-html", Fault::HtmlRefusal, 500),
    bare("test-502-html", Fault::HtmlRefusal, 502),
    with(refusing("test-503-overload", 503, "service_unavailable", "overloaded",
             "The engine is currently overloaded, please try again later."),
        "retry-after", "2"),
    refusing("test-504", 504, server, "", "The upstream did not answer in time."),
    refusing("test-529", 529, "overloaded_error", "overloaded", "Overloaded"),
    bare("test-blocked-prompt", Fault::BlockedPrompt),
    bare("test-hang-up", Fault::HangUp, 502),
};

} // namespace

std::span<const Scenario> refusingScenarios()
{
    return table;
}

} // namespace proxy::scripted
