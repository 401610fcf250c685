// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace aliases {

// Where a gateway of this kind takes its prices from, in words: "LiteLLM cost map", "ratio of New API", "typed here" for the
// embedded gateway. One that no rule names: what the gateway itself tells.
QString priceSourceOf(const QString &kind);

} // namespace aliases
