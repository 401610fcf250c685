// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/throttle.h"
#include <algorithm>

namespace proxy {

namespace {
constexpr std::int64_t perUnit = 60'000'000; // microseconds of a minute
}

void RateLine::set(std::int64_t perMinute, std::int64_t nowUs)
{
    if (perMinute == m_limit)
        return;
    m_limit = perMinute;
    m_level = perMinute * perUnit;
    m_asOf = nowUs;
}

std::int64_t RateLine::levelAt(std::int64_t nowUs) const
{
    const std::int64_t passed = std::clamp<std::int64_t>(nowUs - m_asOf, 0, perUnit);
    return std::min(m_limit * perUnit, m_level + passed * m_limit);
}

std::int64_t RateLine::free(std::int64_t nowUs) const
{
    return std::max<std::int64_t>(0, levelAt(nowUs) / perUnit);
}

std::int64_t RateLine::used(std::int64_t nowUs) const
{
    const std::int64_t level = levelAt(nowUs);
    return m_limit - (level >= 0 ? level / perUnit : (level - perUnit + 1) / perUnit);
}

std::int64_t RateLine::waitUs(std::int64_t units, std::int64_t nowUs) const
{
    const std::int64_t missing = units * perUnit - levelAt(nowUs);
    return m_limit == 0 || missing <= 0 ? 0 : (missing + m_limit - 1) / m_limit;
}

void RateLine::take(std::int64_t units, std::int64_t nowUs)
{
    m_level = std::min(m_limit * perUnit, levelAt(nowUs) - units * perUnit);
    m_asOf = nowUs;
}

void Throttle::set(const RateLimits &limits, std::int64_t nowUs)
{
    m_requests.set(limits.requestsPerMinute, nowUs);
    m_tokens.set(limits.tokensPerMinute, nowUs);
    m_parallel = limits.parallel;
}

Throttle::Verdict Throttle::begin(std::int64_t tokens, std::int64_t nowUs)
{
    if (m_parallel > 0 && m_running >= m_parallel)
        return {Bound::Parallel, 0};
    if (const std::int64_t wait = m_requests.waitUs(1, nowUs); wait > 0)
        return {Bound::Requests, wait};
    if (m_tokens.limit() > 0 && tokens > m_tokens.limit())
        return {Bound::TooLarge, 0};
    if (const std::int64_t wait = m_tokens.waitUs(tokens, nowUs); wait > 0)
        return {Bound::Tokens, wait};
    m_requests.take(m_requests.limit() > 0 ? 1 : 0, nowUs);
    m_tokens.take(m_tokens.limit() > 0 ? tokens : 0, nowUs);
    ++m_running;
    return {};
}

void Throttle::end(std::int64_t bound, std::int64_t used, std::int64_t nowUs)
{
    --m_running;
    if (m_tokens.limit() > 0)
        m_tokens.take(used - bound, nowUs);
}

} // namespace proxy
