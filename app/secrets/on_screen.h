// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include <QString>

namespace secrets {

// The text of a secret for the one view that shows it once, and for the clipboard of whoever asked for a copy.
QString forScreenOnce(const Secret &secret);

} // namespace secrets
