// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/problem.h"

namespace proxy {

namespace {

std::optional<std::string> orNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

struct Fault
{
    int status = 400;
    const char *code = "";
    std::string detail;
    std::string field;
    std::string pointer;
};

Reply replyOf(const Fault &fault)
{
    JsonOut out;
    out.open('{').text("type", std::string("urn:gatewright:problem:") + fault.code);
    out.text("title", reasonOf(fault.status)).number("status", std::int64_t(fault.status));
    out.text("code", fault.code).text("detail", fault.detail);
    out.text("field", orNull(fault.field)).text("pointer", orNull(fault.pointer)).close('}');
    return {fault.status, out.take(), "application/problem+json"};
}

} // namespace

Reply problem(int status, const char *code, const std::string &detail, const std::string &field)
{
    return replyOf({status, code, detail, field, {}});
}

Reply badField(const FieldError &error, int status)
{
    const std::string detail = (error.field.empty() ? std::string() : error.field + ' ') + error.detail + '.';
    const std::string pointer = error.pointer.empty() ? pointerOf(error.field) : error.pointer;
    return replyOf({status, error.code.c_str(), detail, error.field, pointer});
}

Reply problemOf(const Refusal &refusal)
{
    const char *code = refusal.status == 413 ? "too_large"
        : refusal.status == 431              ? "head_too_large"
        : refusal.status == 411              ? "length_required"
        : refusal.status == 408              ? "too_slow"
                                             : "bad_request";
    return problem(refusal.status, code, refusal.message);
}

} // namespace proxy
