// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/run_report.h"

namespace smoke {

// The reason that decided the verdict; null when there is none.
const Reason *decidingReason(const CheckReport &report);
// Who does what next about it, in one sentence; empty where nothing is to be done.
QString nextStep(const CheckReport &report);

} // namespace smoke
