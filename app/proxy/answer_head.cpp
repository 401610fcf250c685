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

void rate(HeadText &text, std::string_view what, const RateLine &line, std::int64_t now)
{
    if (line.limit() == 0)
        return;
    text.line("x-ratelimit-limit-", what, line.limit());
    text.line("x-ratelimit-remaining-", what, line.free(now));
    text.line("x-ratelimit-reset-", what, goDuration((line.resetUs(now) + 999) / 1000));
}

void anthropicRate(HeadText &text, std::string_view start, const RateLine &line, std::int64_t now)
{
    if (line.limit() == 0)
        return;
    text.line(start, "limit: ", line.limit());
    text.line(start, "remaining: ", line.free(now));
    text.line(start, "reset: ", isoTime(wallMicros() + line.resetUs(now)));
}

} // namespace

bool saysRates(const Call &call, std::string_view header)
{
    const bool rate = header.starts_with("x-ratelimit-") || header.starts_with("anthropic-ratelimit-");
    return rate && call.key && (call.key->throttle.requests().limit() > 0 || call.key->throttle.tokens().limit() > 0);
}

AnswerHead::AnswerHead(HeadText &text, int status, std::string_view reason) : m_text(text)
{
    m_text.clear();
    m_text.line("HTTP/1.1 ", std::int64_t(status), ' ', reason);
}

AnswerHead &AnswerHead::header(std::string_view name, std::string_view value)
{
    m_text.line(name, ": ", value);
    return *this;
}

AnswerHead &AnswerHead::ids(const Call &call)
{
    m_text.line("x-request-id: ", call.row.requestId);
    m_text.line("request-id: ", call.row.requestId);
    if (call.route) {
        m_text.printableLine("x-gateway-route: ", call.route->upstream, call.route->model);
        m_text.line("x-gateway-attempts: ", std::int64_t(call.attempts));
    }
    limits(call);
    m_text.line("openai-processing-ms: ", call.elapsedMs());
    return *this;
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
    const auto tell = anthropic ? anthropicRate : rate;
    const std::int64_t now = steadyMicros();
    tell(m_text, anthropic ? "anthropic-ratelimit-requests-" : "requests: ", call.key->throttle.requests(), now);
    tell(m_text, anthropic ? "anthropic-ratelimit-tokens-" : "tokens: ", call.key->throttle.tokens(), now);
    if (const int percent = call.key->softReached(wallMicros()); percent > 0)
        m_text.line("x-gateway-budget-warning: ", std::int64_t(percent), '%');
}

void AnswerHead::end(bool keepAlive)
{
    m_text.line("Date: ", dateNow());
    if (!keepAlive)
        m_text.line("Connection: close");
    m_text.line();
}

std::string wholeAnswer(const Reply &reply, const Call &call, bool keepAlive, bool isHead)
{
    HeadText text;
    AnswerHead head(text, reply.status, reasonOf(reply.status));
    if (!reply.contentType.empty())
        head.header("Content-Type", reply.contentType);
    for (const auto &[name, value] : reply.headers)
        head.header(name, value);
    if (reply.status != 204 && reply.status != 304)
        head.header("Content-Length", std::to_string(reply.body.size()));
    head.version(call).ids(call).end(keepAlive);
    std::string whole(text.view());
    if (!isHead)
        whole += reply.body;
    return whole;
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
