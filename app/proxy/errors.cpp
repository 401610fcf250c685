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

Refusal capSpent(const std::string &window)
{
    return {429, "You exceeded your current quota: the " + window + " budget of this key is spent.",
        "insufficient_quota", "insufficient_quota", {}, "quota"};
}

Refusal capHeld(const std::string &window)
{
    return {429,
        "You exceeded your current quota: what is left of the " + window
            + " budget of this key does not cover the highest price of this call. A smaller max_tokens may fit.",
        "insufficient_quota", "insufficient_quota", {}, "quota"};
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

Refusal tooSlow(const char *part)
{
    return {408, std::string("The request ") + part + " did not arrive in time.", "invalid_request_error", {}, {},
        "timeout"};
}

} // namespace refuse

const char *reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

const char *classOf(int status)
{
    switch (status) {
    case 401:
        return "auth";
    case 402:
        return "quota";
    case 403:
        return "permission";
    case 404:
        return "model_not_found";
    case 408:
    case 504:
        return "timeout";
    case 429:
        return "rate_limit";
    default:
        return status >= 500 ? "upstream" : status >= 400 ? "bad_request" : nullptr;
    }
}

} // namespace proxy
