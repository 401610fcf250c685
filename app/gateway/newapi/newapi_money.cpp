// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_money.h"
#include "base/money.h"
#include <limits>
#include <QLocale>

namespace gateway::newapi {

namespace {

__extension__ typedef __int128 Wide;

constexpr Wide billion = money::nanosPerUnit;

std::optional<qint64> divided(Wide value, Wide by)
{
    const Wide rounded = value < 0 ? -((-value + by / 2) / by) : (value + by / 2) / by;
    if (rounded > std::numeric_limits<qint64>::max() || rounded < -std::numeric_limits<qint64>::max())
        return {};
    return qint64(rounded);
}

std::optional<qint64> billionthsOf(const QJsonValue &ratio)
{
    if (!ratio.isDouble() || ratio.toDouble() < 0)
        return {};
    return money::nanosOf(QString::number(ratio.toDouble(), 'g', QLocale::FloatingPointShortest));
}

// A decimal of nine places; the nearest double is written as that decimal again.
QJsonValue decimalOf(qint64 billionths)
{
    return double(billionths) / double(money::nanosPerUnit);
}

} // namespace

std::optional<qint64> nanosOf(qint64 quota, qint64 perUnit)
{
    return divided(Wide(quota) * billion, perUnit);
}

qint64 sumOf(qint64 quota, qint64 more)
{
    const Wide sum = Wide(quota) + more;
    return qint64(std::clamp<Wide>(sum, -std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()));
}

qint64 nearestQuota(qint64 nanos, qint64 perUnit)
{
    return divided(Wide(nanos) * perUnit, billion).value_or(0);
}

std::optional<qint64> quotaOf(qint64 nanos, qint64 perUnit)
{
    const qint64 quota = nearestQuota(nanos, perUnit);
    if (nanosOf(quota, perUnit) != nanos)
        return {};
    return quota;
}

std::optional<qint64> priceOf(std::initializer_list<QJsonValue> ratios, qint64 perUnit)
{
    Wide product = 1'000'000; // tokens; then times billionths, once per ratio
    Wide scale = perUnit;
    for (const QJsonValue &ratio : ratios) {
        const auto factor = billionthsOf(ratio);
        if (!factor || __builtin_mul_overflow(product, Wide(*factor), &product))
            return {};
        scale *= billion;
    }
    return divided(product, scale / billion); // what is left over are the nanos of the price
}

std::optional<QJsonValue> ratioOf(qint64 nanos, const QJsonValue &group, qint64 perUnit)
{
    const auto factor = billionthsOf(group);
    if (!factor || *factor == 0)
        return {};
    const auto billionths = divided(Wide(nanos) * perUnit * 1000, Wide(*factor));
    if (!billionths || priceOf({decimalOf(*billionths), group}, perUnit) != nanos)
        return {};
    return decimalOf(*billionths);
}

std::optional<QJsonValue> shareOf(qint64 part, qint64 whole)
{
    if (whole == 0)
        return {};
    const auto billionths = divided(Wide(part) * billion, Wide(whole));
    return billionths ? std::optional(decimalOf(*billionths)) : std::nullopt;
}

} // namespace gateway::newapi
