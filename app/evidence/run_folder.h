// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/run_report.h"
#include "net/recorded.h"

namespace net {
class Redactor;
}

namespace evidence {

// Writes <root>/<run id>/: one JSON file for each check, and a report in each format of the catalog. Everything passes
// the redactor first. Gives the report with the evidence files named in it. A failure is Storage and names the file.
// Blocks while it writes; any thread.
Result<RunReport> writeRun(
    const QString &root, RunReport report, const QList<net::Recorded> &calls, const net::Redactor &redactor);

// The same report as a reader may see it: its texts have passed the redactor.
RunReport redacted(RunReport report, const net::Redactor &redactor);

} // namespace evidence
