// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace proxy {

// Microseconds since 1970, UTC.
std::int64_t wallMicros();
// Milliseconds of a clock that never jumps.
std::int64_t steadyMs();
// Microseconds of a clock that never jumps.
std::int64_t steadyMicros();

// A thread that does one thing after the other reads each clock once for each of them: while it has one of these, the
// times above stay as they are from their first reading until next().
class HeldClocks final
{
public:
    HeldClocks();
    HeldClocks(const HeldClocks &) = delete;
    HeldClocks &operator=(const HeldClocks &) = delete;
    ~HeldClocks();
    // Something else begins.
    static void next();
};

inline constexpr std::int64_t microsPerHour = 3'600'000'000;
inline constexpr std::int64_t microsPerDay = 24 * microsPerHour;

// 2026-11-22T17:20:58Z, with milliseconds when there are any.
std::string isoTime(std::int64_t micros);
// 2026-11-22
std::string isoDate(std::int64_t micros);
// Reads YYYY-MM-DD, or YYYY-MM-DDThh:mm[:ss[.fff]] with Z or +hh:mm; empty when it is none.
// From the year 0 to 9999: what isoTime() writes of it reads back.
std::optional<std::int64_t> parseTime(std::string_view text);
// "Sun, 22 Nov 2026 17:20:58 GMT" of now, for the Date header.
std::string httpDate(std::int64_t micros = wallMicros());

} // namespace proxy
