// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/trouble.h"

namespace cli {

// All of it or nothing: a file that was there stays whole when this one cannot be written. `what` and `next` are for the
// message then (exit 2).
Maybe<> saveFile(const QString &name, const QByteArray &text, const QString &what, const QString &next);

} // namespace cli
