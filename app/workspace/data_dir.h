// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace workspace {

// The default: $XDG_DATA_HOME/gatewright.
QString usualDataDir();
// Makes the folder when it is not there; only its owner may look into it, or, where it was there, into our files in it.
// False: it cannot be made.
bool makeDataDir(const QString &dir);

} // namespace workspace
