// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/answer_head.h"
#include "proxy/clock.h"
#include <charconv>

namespace proxy {

namespace {

// Made anew once a second.
const std::string &dateNow()
{
    thread_local std::int64_t made = -1;
    thread_local std::string date;
    if (const std::int64_t second = wallMicros() / 1'000'000; second != made) {
        made = second;
        date = httpDate();
    }
    return date;
}

// Names come from the operator: nothing in them may end a header.
std::string printable(std::string text)
{
    for (char &c : text)
        c = c >= 0x20 && c < 0x7f ? c : '?';
    return text;
}

} // namespace

AnswerHead::AnswerHead(int status, std::string_view reason)
{
    m_text.reserve(960);
    m_text += "HTTP/1.1 ";
    m_text += std::to_string(status);
    m_text += ' ';
    m_text += reason;
    m_text += "\r\n";
}

AnswerHead &AnswerHead::header(std::string_view name, std::string_view value)
{
    m_text += name;
    m_text += ": ";
    m_text += value;
    m_text += "\r\n";
    return *this;
}

AnswerHead &AnswerHead::ids(const Call &call)
{
    header("x-request-id", call.requestId);
    header("request-id", call.requestId);
    if (!call.tried.empty()) {
        m_text.append("x-gateway-route: ").append(printable(call.route.upstream)).append("/");
        m_text.append(printable(call.route.model)).append("\r\n");
        header("x-gateway-attempts", std::to_string(call.tried.size()));
    }
    limits(call);
    return header("openai-processing-ms", std::to_string(call.elapsedMs()));
}

// What is left of the key's rates, and its budgets' soft thresholds.
void AnswerHead::limits(const Call &call)
{
    if (!call.key)
        return;
    const std::int64_t now = steadyMicros();
    rate("requests", call.key->throttle.requests(), now);
    rate("tokens", call.key->throttle.tokens(), now);
    if (const int percent = call.key->softReached(wallMicros()); percent > 0)
        header("x-gateway-budget-warning", std::to_string(percent) + '%');
}

void AnswerHead::rate(const char *what, const RateLine &line, std::int64_t nowUs)
{
    if (line.limit() == 0)
        return;
    const std::string name = std::string("-") + what;
    header("x-ratelimit-limit" + name, std::to_string(line.limit()));
    header("x-ratelimit-remaining" + name, std::to_string(line.free(nowUs)));
    header("x-ratelimit-reset" + name, std::to_string((line.resetUs(nowUs) + 999) / 1000) + "ms");
}

std::string AnswerHead::take(bool keepAlive)
{
    header("Date", dateNow());
    if (!keepAlive)
        header("Connection", "close");
    m_text += "\r\n";
    return std::move(m_text);
}

std::string wholeAnswer(const Reply &reply, const Call &call, bool keepAlive, bool isHead)
{
    AnswerHead head(reply.status, reasonOf(reply.status));
    if (!reply.contentType.empty())
        head.header("Content-Type", reply.contentType);
    for (const auto &[name, value] : reply.headers)
        head.header(name, value);
    if (reply.status != 204)
        head.header("Content-Length", std::to_string(reply.body.size()));
    std::string text = head.ids(call).take(keepAlive);
    if (!isHead)
        text += reply.body;
    return text;
}

std::string chunkOf(std::string_view bytes)
{
    char size[16];
    const auto end = std::to_chars(size, size + sizeof size, bytes.size(), 16).ptr;
    std::string chunk(size, end);
    chunk.reserve(chunk.size() + bytes.size() + 4);
    return chunk.append("\r\n").append(bytes).append("\r\n");
}

} // namespace proxy
