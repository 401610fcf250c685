// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_row.h"
#include <string_view>

namespace proxy {

// Usage rows packed one behind the other, without their ids: what the writer keeps them in until there is time for the
// table. A fraction of what a table's row costs to write.
void packRow(std::string &bytes, const UsageRow &row);

// Takes the first row off the bytes; false when they are damaged.
bool unpackRow(std::string_view &bytes, UsageRow &row);

} // namespace proxy
