// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_limits.h"
#include <array>

namespace workspace {

using proxy::Limits;

template<auto Member>
static constexpr LimitField field(const char *name, qint64 least, qint64 most)
{
    return {name, least, most, [](const Limits &limits) { return qint64(limits.*Member); },
        [](Limits &limits, qint64 value) {
            limits.*Member = std::remove_reference_t<decltype(limits.*Member)>(value);
        }};
}

std::span<const LimitField> limitFields()
{
    static constexpr qint64 day = 86'400'000; // in ms
    static constexpr std::array all{
        field<&Limits::headMs>("head_ms", 1, day),
        field<&Limits::bodyMs>("body_ms", 1, day),
        field<&Limits::idleMs>("idle_ms", 1, day),
        field<&Limits::writeMs>("write_ms", 1, day),
        field<&Limits::connectMs>("connect_ms", 1, day),
        field<&Limits::silenceMs>("silence_ms", 1, day),
        field<&Limits::totalMs>("total_ms", 1, day),
        field<&Limits::mostAttempts>("attempts", 1, 100),
        field<&Limits::retryPercent>("retry_percent", 0, 100),
        field<&Limits::retryBurst>("retry_burst", 0, 1'000'000),
        field<&Limits::breakerFailures>("breaker_failures", 1, 1000),
        field<&Limits::breakerRestMs>("breaker_rest_ms", 1, day),
        field<&Limits::bodyBytes>("body_bytes", 1024, 1 << 30),
        field<&Limits::headFields>("head_fields", 1, 10'000),
        field<&Limits::connections>("connections", 1, 1'000'000),
        field<&Limits::connectionRequests>("connection_requests", 1, 1'000'000'000'000),
        field<&Limits::databasePages>("database_pages", 0, 1'000'000'000),
    };
    return all;
}

} // namespace workspace
