// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

namespace store {

// The lasting name of a kind of failure, as kept in the database: "timeout".
QString nameOf(FailureKind kind);
// The other way round; a name from elsewhere is Storage.
FailureKind kindNamed(const QString &name);

} // namespace store
