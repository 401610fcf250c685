// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/route_health.h"
#include "proxy/clock.h"

namespace proxy {

namespace {

constexpr double newest = 0.2; // how much the newest answer counts

} // namespace

const char *nameOf(RouteState::Breaker breaker)
{
    switch (breaker) {
    case RouteState::Breaker::Closed:
        return "closed";
    case RouteState::Breaker::Open:
        return "open";
    case RouteState::Breaker::HalfOpen:
        break;
    }
    return "half_open";
}

RouteState &RouteHealth::of(const RouteConfig &route)
{
    const auto found = m_states.find(View{route.upstream, route.model});
    return found == m_states.end() ? m_states[Names{route.upstream, route.model}] : found->second;
}

RouteState RouteHealth::stateOf(const RouteConfig &route, std::int64_t nowMs) const
{
    const auto found = m_states.find(View{route.upstream, route.model});
    RouteState state = found == m_states.end() ? RouteState() : found->second;
    if (state.breaker == RouteState::Breaker::Open && nowMs >= state.restsUntilMs)
        state.breaker = RouteState::Breaker::HalfOpen;
    return state;
}

bool RouteHealth::admits(const RouteConfig &route, std::int64_t nowMs) const
{
    const RouteState state = stateOf(route, nowMs);
    return state.breaker == RouteState::Breaker::Closed
        || (state.breaker == RouteState::Breaker::HalfOpen && !state.probing);
}

void RouteHealth::began(const RouteConfig &route, std::int64_t nowMs)
{
    RouteState &state = of(route);
    if (state.breaker == RouteState::Breaker::Open && nowMs >= state.restsUntilMs)
        state.probing = true;
}

void RouteHealth::answered(const RouteConfig &route, std::int64_t firstByteMs)
{
    RouteState &state = of(route);
    const double ms = double(firstByteMs);
    state.firstByteMs = state.served == 0 ? ms : state.firstByteMs + newest * (ms - state.firstByteMs);
    ++state.served;
    state.failures = 0;
    state.probing = false;
    state.breaker = RouteState::Breaker::Closed;
}

void RouteHealth::failed(const RouteConfig &route, std::int64_t nowMs, const char *errorClass)
{
    RouteState &state = of(route);
    state.lastError = errorClass ? errorClass : "upstream";
    state.lastFailedUs = wallMicros();
    ++state.failed;
    ++state.failures;
    state.probing = false;
    if (state.failures < m_limits.breakerFailures)
        return;
    state.breaker = RouteState::Breaker::Open;
    state.restsUntilMs = nowMs + m_limits.breakerRestMs;
}

void RouteHealth::abandoned(const RouteConfig &route)
{
    of(route).probing = false;
}

} // namespace proxy
