// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/run_report.h"
#include "net/recorded.h"

namespace evidence {

// The calls of a run as its evidence tells them: cleaned of secrets, long bodies cut. `folder` is the run's own. A check
// without a file has no calls; a file that is gone or no evidence is a Storage failure that names it. Blocks; any thread.
Result<QList<net::Recorded>> keptCalls(const QString &folder, const RunReport &run);

} // namespace evidence
