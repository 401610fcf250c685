// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"

namespace proxy {

// One rate: a bucket of a minute's amount that fills evenly. Times in microseconds of the steady clock.
class RateLine final
{
public:
    // A new limit starts full.
    void set(std::int64_t perMinute, std::int64_t nowUs);
    std::int64_t limit() const { return m_limit; }
    // Whole units there are now.
    std::int64_t free(std::int64_t nowUs) const;
    // What is taken and has not flowed back; more than the limit when a call used more than its bound.
    std::int64_t used(std::int64_t nowUs) const;
    // How long until there are as many; 0: now.
    std::int64_t waitUs(std::int64_t units, std::int64_t nowUs) const;
    // How long until the bucket is full.
    std::int64_t resetUs(std::int64_t nowUs) const { return waitUs(m_limit, nowUs); }
    // Takes units, or gives them back when negative; what a call used beyond its bound is owed.
    void take(std::int64_t units, std::int64_t nowUs);

private:
    std::int64_t levelAt(std::int64_t nowUs) const;

    std::int64_t m_limit = 0;
    std::int64_t m_level = 0; // in 1/60,000,000 units: the limit flows in each microsecond
    std::int64_t m_asOf = 0;
};

// The rates of one key and the calls it has running. On the gateway's thread.
class Throttle final
{
public:
    enum class Bound { None, Requests, Tokens, Parallel, TooLarge };
    struct Verdict
    {
        Bound bound = Bound::None;
        std::int64_t waitUs = 0; // until a further try may succeed; unknown for Parallel
    };

    void set(const RateLimits &limits, std::int64_t nowUs);
    // Counts a call of at most so many tokens as running, when nothing bounds it.
    Verdict begin(std::int64_t tokens, std::int64_t nowUs);
    // That call has ended with so many tokens.
    void end(std::int64_t bound, std::int64_t used, std::int64_t nowUs);

    std::int64_t running() const { return m_running; }
    const RateLine &requests() const { return m_requests; }
    const RateLine &tokens() const { return m_tokens; }

private:
    RateLine m_requests;
    RateLine m_tokens;
    std::int64_t m_parallel = 0;
    std::int64_t m_running = 0;
};

} // namespace proxy
