// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/figure.h"
#include "pages/usage/ground.h"

namespace pages {

// The five figures: spend, requests, tokens, cost per 1,000 requests, rows with unknown cost.
QList<kit::Reading> readings(const Shown &shown);

// True when both spans are whole: no gap, nothing left to fetch, and rows from the start of the earlier one.
bool comparable(const Shown &shown);

} // namespace pages
