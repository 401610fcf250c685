// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
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
};

// {"error":{message,type,param,code}}: the one place that knows the shape (dialects join here).
std::string envelope(const Refusal &refusal);

namespace refuse {
Refusal unknownUrl(const std::string &method, const std::string &path);
Refusal noKey();
Refusal wrongKey(const std::string &shown);
Refusal disabledKey(const std::string &name);
Refusal expiredKey(const std::string &name, std::int64_t expiredUs);
Refusal badBody(const std::string &problem);
Refusal modelMissing();
Refusal modelTwice();
Refusal unknownModel(const std::string &model);
Refusal modelNotAllowed(const std::string &model);
Refusal capSpent(const std::string &window);
Refusal capHeld(const std::string &window);
Refusal badRoute(const std::string &alias, const std::string &upstream);
Refusal unreachable(const std::string &upstream, const std::string &why);
Refusal silent(const std::string &upstream, int ms);
Refusal cutUpstream(const std::string &upstream);
Refusal tooLarge(std::size_t limit);
Refusal lengthNeeded();
Refusal badHttp(const std::string &why);
Refusal headTooLarge();
Refusal tooSlow(const char *part);
} // namespace refuse

// Words of a status line.
const char *reasonOf(int status);
// auth, permission, quota, ... for a status an upstream gave; nullptr below 400.
const char *classOf(int status);

} // namespace proxy
