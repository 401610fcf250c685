// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"

namespace pages {

// Guards that could not act, that act now, or that have warned in the present period.
QList<Attention> ofGuards(const QList<guards::GuardService::Line> &guards, const QDateTime &now);

} // namespace pages
