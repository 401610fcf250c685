// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/chart_file.h"
#include "kit/mark_chart.h"
#include "pages/words.h"
#include <cmath>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

struct ChartFileWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartFileWords)
};

QString separatedText(const kit::ChartData &chart, Separated kind)
{
    QStringList head{ChartFileWords::tr("Time")};
    for (const kit::Series &series : chart.series)
        head << series.name;
    QString text = separatedLine(kind, head);
    const qsizetype known = chart.ahead < 0 ? chart.marks.size() : chart.ahead;
    for (qsizetype mark = 0; mark < known; ++mark) {
        QStringList cells{chart.marks.at(mark)};
        for (const kit::Series &series : chart.series) {
            const double value = series.values.value(mark, std::nan(""));
            cells << (std::isnan(value) ? QString() : QString::number(value, 'g', 15));
        }
        text += separatedLine(kind, cells);
    }
    return text;
}

void exportChart(
    QWidget *parent, const kit::MarkChart &chart, const QString &name, const std::function<void(QString)> &said)
{
    const auto write = [shown = chart.values(), said](const QString &path) {
        const Result<> saved = writeText(path, separatedText(shown, separatedBy(path)));
        said(saved ? ChartFileWords::tr("The figures are written to %1").arg(path) : whyOf(saved.error()));
    };
    askForFile(parent, ChartFileWords::tr("Export the figures"), name, write);
}

} // namespace pages
