// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/plan.h"
#include "cli/context.h"

namespace cli {

QJsonObject jsonOf(const changes::PlanDiff &diff, const QString &profile);
// The rows with what is to be done, and each field with its three sides.
void printDiff(Context &context, const changes::PlanDiff &diff);

} // namespace cli
