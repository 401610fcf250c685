// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/usage_id.h"
#include "store/columns.h"

namespace store {

namespace {

constexpr std::int64_t microsPerSecond = 1'000'000;
constexpr int hashBits = 22;

// FNV-1a, 64 bits: the same on every machine and in every version.
std::uint64_t mixed(std::uint64_t hash, const QString &text)
{
    for (const char byte : text.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    return (hash ^ 0xffU) * 0x100000001b3U;
}

std::int64_t idAt(std::int64_t ms)
{
    return (ms - epoch2020Ms) * (std::int64_t(1) << hashBits);
}

} // namespace

std::int64_t microsOf(const UsageRecord &row)
{
    return microsOf(row.at) + row.atMicros;
}

bool timeHasId(std::int64_t micros)
{
    return micros > 631'152'000 * microsPerSecond && micros < 3'471'292'800 * microsPerSecond;
}

std::int64_t usageId(const QString &profile, const QString &sourceId, std::int64_t micros)
{
    const std::uint64_t hash = mixed(mixed(0xcbf29ce484222325U, profile), sourceId);
    std::int64_t ms = floorDiv(micros, 1000);
    if (micros % microsPerSecond == 0)
        ms += std::int64_t((hash >> 40) % 1000);
    return idAt(ms) + std::int64_t((hash ^ (hash >> hashBits)) & ((1U << hashBits) - 1));
}

std::int64_t lowestId(std::int64_t micros)
{
    return idAt(floorDiv(micros, microsPerSecond) * 1000);
}

std::int64_t idBeyond(std::int64_t micros)
{
    return idAt((floorDiv(micros, microsPerSecond) + 1) * 1000) + clashSteps;
}

} // namespace store
