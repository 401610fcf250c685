// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/log.h"

namespace net {
class Redactor;
}

namespace workspace {

// The log of a program in the data dir's log/, cleaned by the redactor, which outlives it. Begins with a line that names
// program, version and data dir.
std::unique_ptr<LogFile> openLog(
    const QString &dataDir, const QString &program, const net::Redactor &redactor, bool toStderr);

} // namespace workspace
