// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/family.h"
#include <cstdint>
#include <optional>
#include <string>

namespace proxy {

// A refusal in OpenAI's words: what the caller reads, and the class its usage row gets.
struct Refusal
{
    int status = 400;
    std::string message;
    std::string type = "invalid_request_error";
    std::string code; // "": null
    std::string param; // "": null
    const char *errorClass = "bad_request";
    std::optional<std::int64_t> retryMs = {}; // when a further try may succeed
    bool mayWait = false; // running calls hold what is missing: it may come back soon
};

// {"error":{message,type,param,code}}: the one place that knows the shape (dialects join here).
std::string envelope(const Refusal &refusal);
// The same in the words of the family: OpenAI's, Anthropic's or Gemini's.
std::string envelope(const Refusal &refusal, Family family, const std::string &requestId);

namespace refuse {
Refusal unknownUrl(const std::string &method, const std::string &path);
Refusal noKey();
Refusal wrongKey(const std::string &shown);
Refusal disabledKey(const std::string &name);
Refusal replacedSecret(const std::string &name, std::int64_t endedUs);
Refusal expiredKey(const std::string &name, std::int64_t expiredUs);
Refusal badBody(const std::string &problem);
Refusal modelMissing();
Refusal modelTwice();
Refusal familyNotServed(const std::string &model, const std::string &family);
Refusal unknownModel(const std::string &model);
Refusal modelNotAllowed(const std::string &model);
Refusal familyNotAllowed(const std::string &family);
Refusal addressNotAllowed();
Refusal upstreamNotAllowed(const std::string &alias);
Refusal capSpent(const std::string &window, std::optional<std::int64_t> endsInMs);
Refusal capHeld(const std::string &window, bool byRunningCalls);
Refusal tooManyRequests(std::int64_t perMinute, std::int64_t waitMs);
Refusal tooManyTokens(std::int64_t perMinute, std::int64_t waitMs);
Refusal tokensNeverFit(std::int64_t perMinute, std::int64_t wanted);
Refusal tooManyAtOnce(std::int64_t parallel);
Refusal badRoute(const std::string &alias, const std::string &upstream);
Refusal unreachable(const std::string &upstream, const std::string &why);
Refusal untrusted(const std::string &upstream, const std::string &why);
Refusal silent(const std::string &upstream, int ms);
Refusal cutUpstream(const std::string &upstream);
Refusal tooLarge(std::size_t limit);
Refusal lengthNeeded();
Refusal badHttp(const std::string &why);
Refusal headTooLarge();
Refusal tooManyHeaders(std::size_t limit);
Refusal tooManyConnections(std::int64_t limit);
Refusal tooSlow(const char *part);
} // namespace refuse

// Words of a status line.
const char *reasonOf(int status);
// auth, permission, quota, ... for a status an upstream gave; nullptr below 400.
const char *classOf(int status);

} // namespace proxy
