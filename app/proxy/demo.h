// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/key.h"
#include "proxy/usage_row.h"
#include <array>

namespace proxy::demo {

inline constexpr int days = 42; // six weeks: a usual Thursday is known from the second month on

// An alias of the demo and what is usual for its calls.
struct Alias
{
    const char *name;
    const char *model; // of the scripted upstream
    Price price;
    int typicalInput, typicalOutput; // tokens
};
inline constexpr std::size_t aliasCount = 6;
const std::array<Alias, aliasCount> &aliases();

// When in the day and week a key is busy.
enum class Rhythm { Office, Evening, Pipeline, Burst };

// A key of the demo: what it is and how it is used.
struct KeyPlan
{
    const char *name;
    const char *environment;
    const char *owner;
    Rhythm rhythm;
    double callsAtPeak; // an hour
    std::array<int, aliasCount> shares; // of its calls, by alias
    int firstDay; // of its calls, days before now
    int lastDay; // 0: still used
    bool enabled;
    int expiresInDays; // 0: never
    int spentPercent; // of its lifetime cap
};
inline constexpr std::size_t keyCount = 5;
const std::array<KeyPlan, keyCount> &keys();

// Six weeks of calls up to now, in order of time, the same for the same now.
std::vector<UsageRow> calls(std::int64_t now, const std::vector<Key> &issued);

} // namespace proxy::demo
