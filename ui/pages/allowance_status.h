// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/allowance.h"
#include "kit/status.h"

namespace pages {

// How much of a limit is left, 0 to 1; empty: not told, or there is none.
std::optional<double> shareLeft(const Allowance &one);
kit::Status statusOf(const Allowance &one);

} // namespace pages
