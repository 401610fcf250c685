// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"

namespace proxy {

namespace {

std::optional<std::string> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

std::string envelope(const Refusal &refusal)
{
    JsonOut out;
    out.open('{').key("error").open('{').text("message", refusal.message).text("type", refusal.type);
    return out.text("param", orNull(refusal.param)).text("code", orNull(refusal.code)).close('}').close('}').take();
}

namespace {

// Anthropic's name of a status.
const char *anthropicType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 504:
        return "timeout_error";
    case 503:
    case 529:
        return "overloaded_error";
    default:
        return status >= 500 ? "api_error" : "invalid_request_error";
    }
}

// Google's name of a status.
const char *geminiStatus(int status)
{
    switch (status) {
    case 401:
        return "UNAUTHENTICATED";
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 429:
        return "RESOURCE_EXHAUSTED";
    case 503:
        return "UNAVAILABLE";
    case 504:
        return "DEADLINE_EXCEEDED";
    default:
        return status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
    }
}

} // namespace

std::string envelope(const Refusal &refusal, Family family, const std::string &requestId)
{
    JsonOut out;
    if (family == Family::Messages) {
        out.open('{').text("type", "error").key("error").open('{').text("type", anthropicType(refusal.status));
        return out.text("message", refusal.message).close('}').text("request_id", requestId).close('}').take();
    }
    if (family != Family::Gemini)
        return envelope(refusal);
    out.open('{').key("error").open('{').number("code", std::int64_t(refusal.status)).text("message", refusal.message);
    return out.text("status", geminiStatus(refusal.status)).close('}').close('}').take();
}

namespace refuse {

Refusal unknownUrl(const std::string &method, const std::string &path)
{
    return {404, "Unknown request URL: " + method + ' ' + path + ". Please check the URL for typos.",
        "invalid_request_error", "unknown_url", {}, "bad_request"};
}

Refusal noKey()
{
    return {401,
        "You didn't provide an API key. Send it in an Authorization header: Authorization: Bearer YOUR_KEY, or in "
        "x-api-key.",
        "invalid_request_error", "invalid_api_key", {}, "auth"};
}

Refusal wrongKey(const std::string &shown)
{
    return {401, "Incorrect API key provided: " + shown + ". Ask the gateway's operator for a key.",
        "invalid_request_error", "invalid_api_key", {}, "auth"};
}

Refusal disabledKey(const std::string &name)
{
    return {401, "The API key \"" + name + "\" is disabled. Its operator can enable it again.", "invalid_request_error",
        "invalid_api_key", {}, "auth"};
}

Refusal expiredKey(const std::string &name, std::int64_t expiredUs)
{
    return {401, "The API key \"" + name + "\" expired at " + isoTime(expiredUs) + ". Ask its operator for a new one.",
        "invalid_request_error", "invalid_api_key", {}, "auth"};
}

Refusal replacedSecret(const std::string &name, std::int64_t endedUs)
{
    return {401,
        "This secret of the API key \"" + name + "\" was replaced and ended at " + isoTime(endedUs)
            + ". Use the key's new secret.",
        "invalid_request_error", "invalid_api_key", {}, "auth"};
}

Refusal badBody(const std::string &problem)
{
    return {400, problem, "invalid_request_error", {}, {}, "bad_request"};
}

Refusal modelMissing()
{
    return {400, "You must provide a model parameter: the name of one of the models of GET /v1/models.",
        "invalid_request_error", {}, "model", "bad_request"};
}

Refusal modelTwice()
{
    return {400, "The body names model more than once; which one is meant is unclear. Send it once.",
        "invalid_request_error", "invalid_value", "model", "bad_request"};
}

Refusal familyNotServed(const std::string &model, const std::string &family)
{
    return {404, "The model `" + model + "` is not served by the family " + family + " here.", "invalid_request_error",
        "model_not_found", "model", "model_not_found"};
}

Refusal unknownModel(const std::string &model)
{
    return {404, "The model `" + model + "` does not exist. GET /v1/models lists those that do.",
        "invalid_request_error", "model_not_found", "model", "model_not_found"};
}

Refusal modelNotAllowed(const std::string &model)
{
    return {403, "This key does not have access to model `" + model + "`. Its operator can add the alias to its scope.",
        "invalid_request_error", "model_not_found", "model", "permission"};
}

Refusal familyNotAllowed(const std::string &family)
{
    return {403, "This key may not call the family " + family + ".", "invalid_request_error",
        "insufficient_permissions", {}, "permission"};
}

Refusal addressNotAllowed()
{
    return {403, "This key may not be used from your address.", "invalid_request_error", "insufficient_permissions", {},
        "permission"};
}

Refusal upstreamNotAllowed(const std::string &alias)
{
    return {403, "This key may not use any upstream behind the model `" + alias + "`.", "invalid_request_error",
        "insufficient_permissions", "model", "permission"};
}

Refusal capSpent(const std::string &window, std::optional<std::int64_t> endsInMs)
{
    return {429, "You exceeded your current quota: the " + window + " budget of this key is spent.",
        "insufficient_quota", "insufficient_quota", {}, "quota", endsInMs};
}

Refusal capHeld(const std::string &window, bool byRunningCalls)
{
    Refusal refusal{429,
        "You exceeded your current quota: what is left of the " + window
            + " budget of this key does not cover the highest price of this call. A smaller max_tokens may fit.",
        "insufficient_quota", "insufficient_quota", {}, "quota"};
    refusal.mayWait = byRunningCalls;
    if (byRunningCalls)
        refusal.retryMs = 1000;
    return refusal;
}

Refusal tooManyRequests(std::int64_t perMinute, std::int64_t waitMs)
{
    return {429, "Rate limit reached: this key may make " + std::to_string(perMinute) + " requests a minute.",
        "requests", "rate_limit_exceeded", {}, "rate_limit", waitMs, true};
}

Refusal tooManyTokens(std::int64_t perMinute, std::int64_t waitMs)
{
    return {429, "Rate limit reached: this key may use " + std::to_string(perMinute) + " tokens a minute.", "tokens",
        "rate_limit_exceeded", {}, "rate_limit", waitMs, true};
}

Refusal tokensNeverFit(std::int64_t perMinute, std::int64_t wanted)
{
    return {429,
        "Request too large: it may use " + std::to_string(wanted) + " tokens, and this key " + std::to_string(perMinute)
            + " a minute. Send less or a smaller max_tokens.",
        "tokens", "rate_limit_exceeded", {}, "rate_limit"};
}

Refusal tooManyAtOnce(std::int64_t parallel)
{
    return {429, "Rate limit reached: this key may run " + std::to_string(parallel) + " calls at the same time.",
        "requests", "rate_limit_exceeded", {}, "rate_limit", 1000, true};
}

Refusal badRoute(const std::string &alias, const std::string &upstream)
{
    return {502, "The alias `" + alias + "` leads to the upstream \"" + upstream + "\", which is not configured.",
        "server_error", "upstream_not_configured", {}, "upstream"};
}

Refusal unreachable(const std::string &upstream, const std::string &why)
{
    return {502, "The upstream \"" + upstream + "\" could not be reached: " + why + '.', "server_error",
        "upstream_unreachable", {}, "upstream"};
}

Refusal untrusted(const std::string &upstream, const std::string &why)
{
    return {502, "The upstream \"" + upstream + "\" is not trusted: " + why + '.', "server_error", "upstream_untrusted",
        {}, "tls"};
}

Refusal silent(const std::string &upstream, int ms)
{
    return {504, "The upstream \"" + upstream + "\" sent nothing for " + std::to_string(ms) + " ms.", "server_error",
        "upstream_timeout", {}, "timeout"};
}

Refusal cutUpstream(const std::string &upstream)
{
    return {502, "The upstream \"" + upstream + "\" closed the connection without an HTTP answer.", "server_error",
        "upstream_closed", {}, "upstream"};
}

Refusal tooLarge(std::size_t limit)
{
    return {413, "The request body is larger than " + std::to_string(limit) + " bytes.", "invalid_request_error",
        "request_too_large", {}, "bad_request"};
}

Refusal lengthNeeded()
{
    return {411, "A POST needs a Content-Length or chunked transfer encoding.", "invalid_request_error", {}, {},
        "bad_request"};
}

Refusal badHttp(const std::string &why)
{
    return {400, "The HTTP request could not be read: " + why + '.', "invalid_request_error", {}, {}, "bad_request"};
}

Refusal headTooLarge()
{
    return {431, "The request head is larger than 64 KiB.", "invalid_request_error", {}, {}, "bad_request"};
}

Refusal tooManyHeaders(std::size_t limit)
{
    return {431, "The request has more than " + std::to_string(limit) + " header lines.", "invalid_request_error", {},
        {}, "bad_request"};
}

Refusal tooManyConnections(std::int64_t limit)
{
    return {503, "All " + std::to_string(limit) + " connections of this gateway are taken; try again in a moment.",
        "server_error", "too_many_connections", {}, "rate_limit", 1000};
}

Refusal tooSlow(const char *part)
{
    return {408, std::string("The request ") + part + " did not arrive in time.", "invalid_request_error", {}, {},
        "timeout"};
}

} // namespace refuse

} // namespace proxy
