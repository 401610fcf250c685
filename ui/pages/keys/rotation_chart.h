// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/rotation_course.h"
#include "kit/legend.h"
#include "kit/line_chart.h"
#include <QTimeZone>

namespace pages {

// Calls an hour with the new key and with the old one; hours whose rows can be missing are hatched, never joined.
kit::LineData courseData(const keys::RotationCourse &course, const QTimeZone &zone);
QList<kit::LegendEntry> courseLegend(const keys::RotationCourse &course, const QTimeZone &zone, const QDateTime &now);

} // namespace pages
