// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_row.h"
#include <string_view>

namespace proxy {

// Usage rows packed one behind the other, without their ids: what the writer keeps them in until there is time for the
// table. Of a row only what is not as in the row before it, which most of it is: a fraction of what a table's row costs.
// before: that row (a new one for the first), which becomes this one.
void packRow(std::string &bytes, const UsageRow &row, UsageRow &before);

// Takes the next row off the bytes; false when they are damaged. row: the one before it, becomes this one.
bool unpackRow(std::string_view &bytes, UsageRow &row);

} // namespace proxy
