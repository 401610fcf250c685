// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/pace.h"
#include "base/wait.h"
#include "net/retry.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace net {

std::chrono::milliseconds Bucket::take(qint64 nowMs)
{
    const auto wait = state(nowMs).until;
    m_next = std::max(m_next, double(nowMs)) + m_perCall;
    return wait;
}

void Bucket::close(qint64 untilMs)
{
    m_closedUntil = std::max(m_closedUntil, untilMs);
}

PaceState Bucket::state(qint64 nowMs) const
{
    const double taken = std::max(m_next - double(nowMs), 0.0) / m_perCall;
    const double wait = std::max((taken - (m_calls - 1)) * m_perCall, 0.0);
    const qint64 closed = std::max<qint64>(m_closedUntil - nowMs, 0);
    const int left = closed > 0 ? 0 : std::max(int(std::floor(m_calls - taken + 1e-6)), 0);
    return {left, m_calls, std::chrono::milliseconds(std::max(qint64(std::ceil(wait - 1e-6)), closed))};
}

PacedHttp::PacedHttp(Http &http, QList<Pace> paces, std::chrono::milliseconds patience)
    : m_http(http), m_paces(std::move(paces)), m_patience(patience)
{
    m_clock.start();
    for (const Pace &pace : m_paces)
        m_buckets.emplace(pace.lane, Bucket(pace.calls, pace.per));
}

Bucket *PacedHttp::bucketOf(const QByteArray &lane)
{
    const auto found = m_buckets.find(lane);
    return found == m_buckets.end() ? nullptr : &found->second;
}

PaceState PacedHttp::state(const QByteArray &lane) const
{
    const auto found = m_buckets.find(lane);
    return found == m_buckets.end() ? PaceState() : found->second.state(m_clock.elapsed());
}

QList<LaneState> PacedHttp::lanes() const
{
    QList<LaneState> states;
    for (const Pace &pace : m_paces)
        states << LaneState{pace, state(pace.lane)};
    return states;
}

static Exchange tooManyCalls(std::chrono::milliseconds wait)
{
    Exchange refused;
    const qint64 seconds = (wait.count() + 999) / 1000;
    refused.failure = Failure{FailureKind::RateLimited,
        u"not sent: the gateway's limit on these calls is used up for another %1 s"_s.arg(seconds), 0};
    return refused;
}

Task<Exchange> PacedHttp::send(Request request)
{
    Bucket *bucket = bucketOf(request.lane);
    if (!bucket)
        co_return co_await m_http.send(std::move(request));
    const auto expected = bucket->state(m_clock.elapsed()).until;
    if (expected > m_patience)
        co_return tooManyCalls(expected);
    const auto wait = bucket->take(m_clock.elapsed());
    if (wait.count() > 0)
        co_await Pause(wait);
    Exchange exchange = co_await m_http.send(std::move(request));
    if (exchange.status == 429)
        bucket->close(m_clock.elapsed() + retryAfterOf(exchange).value_or(std::chrono::seconds(1)).count());
    co_return exchange;
}

Task<Exchange> PacedHttp::stream(Request request, OnFrame onFrame)
{
    return m_http.stream(std::move(request), std::move(onFrame));
}

std::optional<Exchange> ReadOnlyHttp::refusal(const Request &request) const
{
    if (!m_locked || !writes(request))
        return {};
    Exchange refused;
    refused.failure = Failure{FailureKind::Locked, u"not sent: the connection is marked read-only"_s, 0};
    return refused;
}

Task<Exchange> ReadOnlyHttp::send(Request request)
{
    if (auto refused = refusal(request))
        co_return *refused;
    co_return co_await m_http.send(std::move(request));
}

Task<Exchange> ReadOnlyHttp::stream(Request request, OnFrame onFrame)
{
    if (auto refused = refusal(request))
        co_return *refused;
    co_return co_await m_http.stream(std::move(request), std::move(onFrame));
}

} // namespace net
