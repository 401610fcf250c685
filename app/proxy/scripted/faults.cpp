// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/acting.h"

namespace proxy::scripted {

namespace {

constexpr const char *page = "<!DOCTYPE html>\n<html><head><title>Gateway</title></head>"
                             "<body><h1>Something went wrong</h1><p>nginx</p></body></html>\n";
constexpr int retrySeconds = 2; // of a retry-after that is a date

// The envelope of the family; an SDK that counts its attempts reads which one this was.
void refuse(const Question &question, Script &script)
{
    const Scenario &scenario = question.scenario;
    std::string message(scenario.message);
    if (scenario.status == 429 && question.retries >= 0)
        message += " This was attempt " + std::to_string(question.retries + 1) + '.';
    const Refusal refusal{scenario.status, message, std::string(scenario.type), std::string(scenario.code)};
    script.status = scenario.status;
    script.pieces.push_back({0, envelope(refusal, question.family(), question.requestId)});
    const bool date = scenario.headerValue == "date";
    if (!scenario.header.empty())
        script.headers.emplace_back(scenario.header,
            date ? httpDate(wallMicros() + std::int64_t{retrySeconds} * 1'000'000) : scenario.headerValue);
}

void oneBody(const Question &question, const char *contentType, std::string body, Script &script)
{
    script.status = question.scenario.status;
    script.contentType = contentType;
    script.pieces.push_back({0, std::move(body)});
}

// Gemini answers a prompt it blocks without candidates, the others refuse it.
void blocked(const Question &question, Script &script)
{
    if (question.family() != Family::Gemini) {
        const Refusal refusal{
            400, "The prompt was blocked by the content filter.", "invalid_request_error", "content_filter", "prompt"};
        script.status = 400;
        script.pieces.push_back({0, envelope(refusal, question.family(), question.requestId)});
        return;
    }
    const Tokens tokens = tokensFor(question, 0);
    JsonOut out;
    out.open('{').key("promptFeedback").open('{').text("blockReason", "SAFETY").close('}').key("usageMetadata");
    out.open('{').number("promptTokenCount", *tokens.input).number("totalTokenCount", *tokens.input).close('}');
    const std::string body = out.text("modelVersion", question.alias).close('}').take();
    script.told = script.bound = tokens;
    script.stream = question.scan.stream && question.sse;
    if (script.stream)
        script.contentType = "text/event-stream; charset=utf-8";
    script.pieces.push_back({0,
        script.stream              ? "data: " + body + "\r\n\r\n"
            : question.scan.stream ? '[' + body + ']'
                                   : body});
}

} // namespace

bool refuses(const Question &question, Script &script)
{
    const Refusal failure{500, failureText, "server_error"};
    switch (question.fault()) {
    case Fault::RefuseFirst:
        if (question.retries >= question.scenario.refusals)
            return false;
        [[fallthrough]];
    case Fault::Refuse:
        refuse(question, script);
        return true;
    case Fault::ErrorIn200:
        script.pieces.push_back({0, envelope(failure, question.family(), question.requestId)});
        return true;
    case Fault::EmptyRefusal:
    case Fault::Empty200:
        oneBody(question, "", {}, script);
        return true;
    case Fault::HtmlRefusal:
    case Fault::Html200:
        oneBody(question, "text/html; charset=utf-8", page, script);
        return true;
    case Fault::HangUp:
        script.status = question.scenario.status;
        script.end = End::HangUp;
        return true;
    case Fault::BlockedPrompt:
        blocked(question, script);
        return true;
    default:
        return false;
    }
}

} // namespace proxy::scripted
