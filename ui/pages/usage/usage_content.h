// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/ground.h"
#include <QWidget>

namespace kit {
class ChartPanel;
class Figure;
class StackChart;
} // namespace kit

namespace pages {

class Breakdown;
class Hours;

// Figures, days, breakdown and hours of one choice. Everything in it leads to its rows.
class UsageContent final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageContent(QWidget *parent = nullptr);
    void tell(const Shown &shown);
    const Shown &shown() const { return m_shown; }

signals:
    void rowsWanted(const QString &filter);
    void exportWanted();

private:
    QWidget *figures();
    void showChart();

    Shown m_shown;
    QList<kit::Figure *> m_figures;
    kit::StackChart *m_chart;
    kit::ChartPanel *m_panel;
    Breakdown *m_breakdown;
    Hours *m_hours;
};

} // namespace pages
