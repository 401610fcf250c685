// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/ground.h"

namespace pages {

// One group through the steps of the span, in the chosen measure. NaN: nothing known.
struct Course
{
    QString group; // as the rows name it
    QString name; // as the screen names it
    QList<double> values;
    std::optional<double> total;
};

// The largest groups first, at most eleven; what is left is summed as "other" in the last.
struct Courses
{
    QList<Course> all;
    QList<qint64> unknownCost; // rows without a price, per step
};

Courses coursesOf(const Shown &shown);
// One group alone, also when the chart shows it among the others.
QList<double> courseOf(const Shown &shown, const QString &group);

} // namespace pages
