// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/ground.h"

namespace pages {

// The choice of the page as filter text for the store and for the requests page.
QString filterOf(const Choice &choice); // alias and key, without the time
QString rowsOfSpan(const Shown &shown);
QString rowsOfMark(const Shown &shown, qsizetype mark);
QString rowsOfGroup(const Shown &shown, const QString &group);
QString rowsOfUnknownCost(const Shown &shown);

} // namespace pages
