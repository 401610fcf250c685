// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/cards.h"
#include "text/words.h"
#include "usage/left_to_spend.h"

namespace pages {

// What may still be spent, nearest its end first behind the wallet, or why it could not be read. Limits that count no
// money are left out; what is not told says so.
QList<PartRow> leftRows(const usage::LeftToSpend::State &state, const text::Attempt &attempt, int most);

} // namespace pages
