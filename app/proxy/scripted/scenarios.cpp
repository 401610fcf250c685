// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/scenarios.h"
#include <algorithm>
#include <array>

namespace proxy::scripted {

namespace {

constexpr std::string_view request = "invalid_request_error";
constexpr std::string_view quota = "insufficient_quota";
constexpr std::string_view server = "server_error";

constexpr std::array table = {
    Scenario{.name = "test-echo", .pauseMs = 1},
    Scenario{.name = "test-slow", .pauseMs = 50, .headDelayMs = 300},
    Scenario{.name = "test-tools", .pauseMs = 5, .tools = true},
    Scenario{.name = "test-tools-bad-json", .pauseMs = 5, .fault = Fault::ToolsBadJson, .tools = true},
    Scenario{.name = "test-comments", .pauseMs = 1, .fault = Fault::Comments},
    Scenario{.name = "test-no-done", .pauseMs = 1, .fault = Fault::NoDone},
    Scenario{.name = "test-no-finish", .pauseMs = 1, .fault = Fault::NoFinish},
    Scenario{.name = "test-done-no-finish", .pauseMs = 1, .fault = Fault::DoneNoFinish},
    Scenario{.name = "test-cut", .pauseMs = 1, .fault = Fault::Cut},
    Scenario{.name = "test-clean-cut", .pauseMs = 1, .fault = Fault::CleanCut},
    Scenario{.name = "test-mid-error", .pauseMs = 1, .fault = Fault::MidError},
    Scenario{.name = "test-error-then-done", .pauseMs = 1, .fault = Fault::ErrorThenDone},
    Scenario{.name = "test-200-error", .fault = Fault::ErrorIn200},
    Scenario{.name = "test-200-empty", .fault = Fault::Empty200},
    Scenario{.name = "test-html-200", .fault = Fault::Html200},
    Scenario{.name = "test-wrong-content-type", .pauseMs = 1, .fault = Fault::WrongContentType},
    Scenario{.name = "test-400",
        .fault = Fault::Refuse,
        .status = 400,
        .type = request,
        .code = "context_length_exceeded",
        .message = "This model's maximum context length is 16 tokens."},
    Scenario{.name = "test-401",
        .fault = Fault::Refuse,
        .status = 401,
        .type = request,
        .code = "invalid_api_key",
        .message = "Incorrect API key provided: sk-up...dead."},
    Scenario{.name = "test-402",
        .fault = Fault::Refuse,
        .status = 402,
        .type = quota,
        .code = quota,
        .message = "Insufficient credits."},
    Scenario{.name = "test-403",
        .fault = Fault::Refuse,
        .status = 403,
        .type = request,
        .code = "insufficient_permissions",
        .message = "You have insufficient permissions for this operation."},
    Scenario{.name = "test-404",
        .fault = Fault::Refuse,
        .status = 404,
        .type = request,
        .code = "model_not_found",
        .message = "The model `gone` does not exist or you do not have access to it."},
    Scenario{.name = "test-422-budget",
        .fault = Fault::Refuse,
        .status = 422,
        .type = "budget_exceeded",
        .code = "422",
        .message = "Budget has been exceeded! Current cost: 1.0, Max budget: 1.0"},
    Scenario{.name = "test-429",
        .fault = Fault::Refuse,
        .status = 429,
        .type = "requests",
        .code = "rate_limit_exceeded",
        .message = "Rate limit reached for requests."},
    Scenario{.name = "test-429-retry-after",
        .fault = Fault::Refuse,
        .status = 429,
        .type = "requests",
        .code = "rate_limit_exceeded",
        .message = "Rate limit reached for requests. Try again in 1s.",
        .retryAfter = 1},
    Scenario{.name = "test-429-empty", .fault = Fault::EmptyRefusal, .status = 429},
    Scenario{.name = "test-429-quota",
        .fault = Fault::Refuse,
        .status = 429,
        .type = quota,
        .code = quota,
        .message = "You exceeded your current quota, please check your plan and billing details."},
    Scenario{.name = "test-500",
        .fault = Fault::Refuse,
        .status = 500,
        .type = server,
        .message = "The server had an error while processing your request."},
    Scenario{.name = "test-500-html", .fault = Fault::HtmlRefusal, .status = 500},
    Scenario{.name = "test-502-html", .fault = Fault::HtmlRefusal, .status = 502},
    Scenario{.name = "test-503-overload",
        .fault = Fault::Refuse,
        .status = 503,
        .type = "service_unavailable",
        .code = "overloaded",
        .message = "The engine is currently overloaded, please try again later.",
        .retryAfter = 2},
    Scenario{.name = "test-crlf", .pauseMs = 1, .fault = Fault::Crlf},
    Scenario{.name = "test-bytewise", .fault = Fault::Bytewise},
    Scenario{.name = "test-buffered", .pauseMs = 300, .fault = Fault::Buffered},
    Scenario{.name = "test-no-usage", .pauseMs = 1, .fault = Fault::NoUsage},
    Scenario{.name = "test-usage-in-finish-chunk", .pauseMs = 1, .fault = Fault::UsageInFinish},
    Scenario{.name = "test-usage-unasked", .pauseMs = 1, .fault = Fault::UsageUnasked},
    Scenario{.name = "test-invented-stop", .pauseMs = 1, .fault = Fault::InventedStop},
    Scenario{.name = "test-stall", .pauseMs = 1, .fault = Fault::Stall},
    Scenario{.name = "test-slow-header", .pauseMs = 1, .headDelayMs = 2000},
    Scenario{.name = "test-duplicate-id", .pauseMs = 1, .fault = Fault::DuplicateId},
    Scenario{.name = "test-bad-json-chunk", .pauseMs = 1, .fault = Fault::BadJsonChunk},
    Scenario{.name = "test-huge-line", .pauseMs = 1, .fault = Fault::HugeLine},
    Scenario{.name = "test-cache", .pauseMs = 1, .fault = Fault::SameId},
    Scenario{.name = "test-no-id", .pauseMs = 1, .fault = Fault::NoId},
    Scenario{.name = "test-refusal", .pauseMs = 1, .fault = Fault::Refusal},
    Scenario{.name = "test-empty", .pauseMs = 1, .fault = Fault::Empty},
};

} // namespace

std::span<const Scenario> scenarios()
{
    return table;
}

const Scenario *scenarioOf(std::string_view name)
{
    const auto found = std::ranges::find(table, name, &Scenario::name);
    return found == table.end() ? nullptr : &*found;
}

} // namespace proxy::scripted
