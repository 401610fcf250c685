// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/recorder.h"

namespace smoke {

// Fills times, counts, ids and cost of a report from the calls made so far.
void measureInto(CheckReport &report, const Recorder &recorder);

// What was in force during a run: addresses, limits, program version.
QMap<QString, QString> contextOf(const Target &target);

} // namespace smoke
