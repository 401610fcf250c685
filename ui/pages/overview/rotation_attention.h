// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"

namespace pages {

// Keys that are to be rotated soon, or should have been; one whose rotation is under way is not told. `rotates`: their
// gateway gives a key a new secret, so that the change can be prepared.
QList<Attention> ofSchedules(const QList<RotationSchedule> &schedules, const QList<keys::Rotation> &rotations,
    bool rotates, const QDateTime &now);

} // namespace pages
