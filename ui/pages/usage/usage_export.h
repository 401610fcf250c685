// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/separated_file.h"
#include "pages/usage/ground.h"

namespace pages {

// The sums behind the chart, one line a step and group, numbers untouched by the locale; formulas are disarmed.
QString exportText(const Shown &shown, Separated kind);

// Writes it; the file's suffix chooses the kind. An error names the file.
Result<> exportTo(const QString &path, const Shown &shown);

} // namespace pages
