// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/separated_file.h"

namespace kit {
class MarkChart;
struct ChartData;
} // namespace kit

namespace pages {

// A chart's figures as the lines of a file: each mark with the value of every series. What is not known stays empty.
QString separatedText(const kit::ChartData &chart, Separated kind);
// Asks for a place and writes them there. `said` gets what came of it, in a sentence.
void exportChart(
    QWidget *parent, const kit::MarkChart &chart, const QString &name, const std::function<void(QString)> &said);

} // namespace pages
