// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"

// Money given back: it counts as spend, and not as a call.
inline bool isRefund(const UsageRecord &row)
{
    return row.ended == QLatin1StringView("refund");
}
