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

// 120ms, 1s, 6m0s, 1m2.5s: as Go writes it.
std::string goDuration(std::int64_t ms)
{
    if (ms < 1000)
        return std::to_string(ms) + "ms";
    std::string text = ms >= 60'000 ? std::to_string(ms / 60'000) + 'm' : std::string();
    text += std::to_string(ms % 60'000 / 1000);
    if (ms % 1000 != 0) {
        text += '.' + std::to_string(1000 + ms % 1000).substr(1);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + 's';
}

} // namespace

bool saysRates(const Call &call, std::string_view header)
{
    const bool rate = header.starts_with("x-ratelimit-") || header.starts_with("anthropic-ratelimit-");
    return rate && call.key && (call.key->throttle.requests().limit() > 0 || call.key->throttle.tokens().limit() > 0);
}

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

AnswerHead &AnswerHead::version(const Call &call)
{
    if (call.skin != Family::Messages && call.skin != Family::Gemini)
        header("openai-version", "2020-10-01");
    return *this;
}

// What is left of the key's rates, and its budgets' soft thresholds.
void AnswerHead::limits(const Call &call)
{
    if (!call.key)
        return;
    const bool anthropic = call.skin == Family::Messages;
    const auto tell = anthropic ? &AnswerHead::anthropicRate : &AnswerHead::rate;
    (this->*tell)("requests", call.key->throttle.requests());
    (this->*tell)("tokens", call.key->throttle.tokens());
    if (const int percent = call.key->softReached(wallMicros()); percent > 0)
        header("x-gateway-budget-warning", std::to_string(percent) + '%');
}

void AnswerHead::rate(const std::string &what, const RateLine &line)
{
    if (line.limit() == 0)
        return;
    const std::int64_t now = steadyMicros();
    header("x-ratelimit-limit-" + what, std::to_string(line.limit()));
    header("x-ratelimit-remaining-" + what, std::to_string(line.free(now)));
    header("x-ratelimit-reset-" + what, goDuration((line.resetUs(now) + 999) / 1000));
}

void AnswerHead::anthropicRate(const std::string &what, const RateLine &line)
{
    if (line.limit() == 0)
        return;
    const std::int64_t now = steadyMicros();
    const std::string start = "anthropic-ratelimit-" + what;
    header(start + "-limit", std::to_string(line.limit()));
    header(start + "-remaining", std::to_string(line.free(now)));
    header(start + "-reset", isoTime(wallMicros() + line.resetUs(now)));
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
    if (reply.status != 204 && reply.status != 304)
        head.header("Content-Length", std::to_string(reply.body.size()));
    std::string text = head.version(call).ids(call).take(keepAlive);
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
