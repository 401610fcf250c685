// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chart.h"
#include "kit/legend.h"
#include "pages/usage/ground.h"

namespace pages {

// The days (or hours) as stacked columns with everything that is said around them.
struct DayChart
{
    QString title; // "Spend per day by alias, USD"
    QString note; // what is not over, what is missing
    kit::StackData data;
    QList<kit::LegendEntry> legend; // bottom first, with totals
};

DayChart dayChart(const Shown &shown);
QString measureName(Measure measure);
QString byGroup(usage::GroupBy group); // "by alias"
QString wordFor(double value, Measure measure); // with its unit

} // namespace pages
