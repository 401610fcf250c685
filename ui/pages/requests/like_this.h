// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"

namespace pages {

// Filter text for the calls that ended as this one did, on the same alias.
QString likeThis(const UsageRecord &row);

} // namespace pages
