// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"

namespace pages {

// Aliases that lead to a model which its provider has ended, or ends soon (rule C06); each leads to its alias.
QList<Attention> ofModels(const QList<aliases::Finding> &findings);

} // namespace pages
