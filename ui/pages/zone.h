// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/profile.h"
#include <QTimeZone>

namespace pages {

// The zone in which a profile's days begin: its own, else the system's.
QTimeZone zoneOf(const Profile &profile);

} // namespace pages
