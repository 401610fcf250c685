// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/difference.h"
#include "cli/context.h"

namespace cli {

// {"items":[{"alias","what","field","before","after"}],...}
QJsonArray jsonOf(const QList<aliases::Difference> &differences);
// The lines of a difference between two catalogs, or that there is none.
void printDifferences(Context &context, const QList<aliases::Difference> &differences);

} // namespace cli
