// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include <cstdint>

// A usage row's identity: (milliseconds since 2020) << 22 | 22 bits of a hash of profile and source id. Time-ordered, so
// that inserts go to the end of the table; a clash with another source id takes the next free id.
namespace store {

constexpr std::int64_t epoch2020Ms = 1'577'836'800'000;
constexpr int clashSteps = 64;

// Microseconds UTC of the call.
std::int64_t microsOf(const UsageRecord &row);
// False for times that no id can hold (before 1990 or after 2080).
bool timeHasId(std::int64_t micros);
// A whole second fills its milliseconds from the hash: its source knows seconds only.
std::int64_t usageId(const QString &profile, const QString &sourceId, std::int64_t micros);
// Every id of a time from `micros` on is at least this; whole seconds are why it is rounded down.
std::int64_t lowestId(std::int64_t micros);
// Every id of a time before `micros` is below this, clashes included.
std::int64_t idBeyond(std::int64_t micros);

} // namespace store
