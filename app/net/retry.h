// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"

namespace net {

struct RetryPolicy
{
    int attempts = 3; // the first included
    std::chrono::milliseconds first{300}; // pause after the first; doubles each time
    std::chrono::milliseconds longest{5'000};
    std::chrono::milliseconds patience{20'000}; // tries that took longer, and a Retry-After beyond it, end the tries
};

// How long to wait before the next try; nothing: what came is the answer. `random` in 0..1 spreads callers out.
std::optional<std::chrono::milliseconds> pauseAfter(
    const Exchange &exchange, int triesDone, double random, const RetryPolicy &policy = {});
// Seconds, or a date relative to the answer's own Date; nothing: no such header.
std::optional<std::chrono::milliseconds> retryAfterOf(const Exchange &exchange);

// Repeats reads that failed for a passing reason. Everything else, streams too, goes out exactly once: nobody knows
// whether a lost write arrived. Main thread; must outlive its tasks.
class RetryingHttp final : public Http
{
public:
    explicit RetryingHttp(Http &http, RetryPolicy policy = {}) : m_http(http), m_policy(policy) {}
    Task<Exchange> send(Request request) override;
    Task<Exchange> stream(Request request, OnFrame onFrame) override;

private:
    Http &m_http;
    RetryPolicy m_policy;
};

} // namespace net
