// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"

namespace cli {

// Runs a plan with its live text on stderr; an interrupt cancels it. Gives the finished report.
Task<RunReport> runLive(Context &context, workspace::LiveSession &session, smoke::Plan plan);
// One line a check, what did not pass with its reasons and its next step; or the whole report with --json.
void printRun(Context &context, const RunReport &run);
// The exit code of a run, by the contract of the command line. 3 is for what cannot be reached only: refused, unknown or
// untrusted. A host that takes calls and lets them time out is a failed check: 1.
int exitOf(const RunReport &run, bool strict);
// "PASS", "FAIL", ...
QString wordOf(::Outcome outcome);
// The same of a run; one without an end says so: it goes on still, or was cut off by a crash.
QString resultOf(const RunReport &run);

} // namespace cli
