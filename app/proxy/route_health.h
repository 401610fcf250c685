// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"

namespace proxy {

// How one route fares.
struct RouteState
{
    enum class Breaker { Closed, Open, HalfOpen };

    Breaker breaker = Breaker::Closed;
    int failures = 0; // in a row
    std::int64_t restsUntilMs = 0; // steady clock
    bool probing = false; // the one call that tries a route that rested
    double firstByteMs = 0; // smoothed; 0: not known yet
    std::int64_t served = 0;
    std::int64_t failed = 0;
    std::string lastError; // class of the last failure; empty: none since the start
    std::int64_t lastFailedUs = 0; // wall clock

    // 0 closed, 1 half open, 2 open
    int breakerNumber() const { return breaker == Breaker::Closed ? 0 : breaker == Breaker::HalfOpen ? 1 : 2; }
};
const char *nameOf(RouteState::Breaker breaker);

// The breakers: a route that failed several times in a row rests, then one call probes it. Shared by all aliases that
// name the same upstream and model. On the gateway's thread.
class RouteHealth final
{
public:
    explicit RouteHealth(const Limits &limits) : m_limits(limits) {}

    // May a call take this route now?
    bool admits(const RouteConfig &route, std::int64_t nowMs) const;
    // An attempt begins; one of the three that follow ends it.
    void began(const RouteConfig &route, std::int64_t nowMs);
    void answered(const RouteConfig &route, std::int64_t firstByteMs);
    void failed(const RouteConfig &route, std::int64_t nowMs, const char *errorClass);
    void abandoned(const RouteConfig &route);

    // As it is now; a route that never was used is closed.
    RouteState stateOf(const RouteConfig &route, std::int64_t nowMs) const;

private:
    const Limits &m_limits;
    // Both names of a route, or views of them: no text is made to look one up.
    template<class Text>
    struct NamesOf
    {
        Text upstream;
        Text model;
    };
    using Names = NamesOf<std::string>;
    using View = NamesOf<std::string_view>;
    struct Hash
    {
        using is_transparent = void;
        template<class Text>
        std::size_t operator()(const NamesOf<Text> &names) const
        {
            const std::hash<std::string_view> hash;
            return hash(names.upstream) * 31 + hash(names.model);
        }
    };
    struct Same
    {
        using is_transparent = void;
        template<class A, class B>
        bool operator()(const NamesOf<A> &a, const NamesOf<B> &b) const
        {
            return a.upstream == b.upstream && a.model == b.model;
        }
    };
    RouteState &of(const RouteConfig &route);

    std::unordered_map<Names, RouteState, Hash, Same> m_states;
};

} // namespace proxy
