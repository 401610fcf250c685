// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/allowance_status.h"

namespace pages {

using namespace kit;

static constexpr double scarce = 0.2;
static constexpr double nearlyGone = 0.05;

std::optional<double> shareLeft(const Allowance &one)
{
    if (one.unlimited || !one.leftNanos || one.limitNanos.value_or(0) <= 0)
        return {};
    return double(*one.leftNanos) / double(*one.limitNanos);
}

Status statusOf(const Allowance &one)
{
    if (one.unlimited)
        return Status::Neutral;
    if (!one.leftNanos)
        return Status::Unknown;
    const double share = shareLeft(one).value_or(1);
    if (*one.leftNanos <= 0 || share <= nearlyGone)
        return Status::Bad;
    return share <= scarce ? Status::Warn : Status::Ok;
}

} // namespace pages
