// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/usage_content.h"
#include "kit/chart_panel.h"
#include "kit/layout.h"
#include "kit/pane_row.h"
#include "kit/table.h"
#include "kit/type.h"
#include "pages/usage/breakdown.h"
#include "pages/usage/day_chart.h"
#include "pages/usage/figures.h"
#include "pages/usage/hours.h"
#include "pages/usage/rows_filter.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

UsageContent::UsageContent(QWidget *parent)
    : QWidget(parent)
    , m_chart(new StackChart(tr("Usage per day")))
    , m_panel(new ChartPanel(tr("Usage per day"), m_chart))
    , m_breakdown(new Breakdown)
    , m_hours(new Hours)
{
    auto *below = new PaneRow(920);
    below->add(m_breakdown, 2, 0);
    below->add(m_hours, 1, 0);
    m_panel->setObjectName(u"days"_s);
    m_panel->setMinimumHeight(scaled(320));
    QVBoxLayout *column = plainColumn(this, space::m);
    column->addWidget(figures());
    column->addWidget(m_panel, 3);
    column->addWidget(below, 3);
    connect(m_panel, &ChartPanel::exportWanted, this, &UsageContent::exportWanted);
    connect(m_chart, &MarkChart::markChosen, this, [this](int mark) { emit rowsWanted(rowsOfMark(m_shown, mark)); });
    connect(m_panel->table(), &QTableView::activated, this, [this](const QModelIndex &at) {
        emit rowsWanted(rowsOfMark(m_shown, m_shown.span.marks.size() - 1 - at.row())); // newest first
    });
    connect(m_breakdown, &Breakdown::groupChosen, this,
        [this](const QString &group) { emit rowsWanted(rowsOfGroup(m_shown, group)); });
}

QWidget *UsageContent::figures()
{
    auto *line = new FigureRow;
    for (int i = 0; i < 5; ++i) {
        m_figures << line->add({});
        connect(m_figures.last(), &QAbstractButton::clicked, this, [this, i] {
            const bool unknown = i == 4;
            emit rowsWanted(unknown ? rowsOfUnknownCost(m_shown) : rowsOfSpan(m_shown));
        });
    }
    return line;
}

void UsageContent::tell(const Shown &shown)
{
    m_shown = shown;
    const QList<Reading> all = readings(shown);
    for (int i = 0; i < m_figures.size(); ++i) {
        m_figures.at(i)->tell(all.at(i));
        m_figures.at(i)->setVerb(tr("Show the requests behind it"));
    }
    showChart();
    m_breakdown->tell(shown);
    m_hours->tell(shown);
}

void UsageContent::showChart()
{
    const DayChart chart = dayChart(m_shown);
    m_panel->setTitle(chart.title);
    m_chart->setData(chart.data);
    m_panel->setNote(chart.note);
    m_panel->setLegend(byGroup(m_shown.choice.group), chart.legend);
    m_panel->refresh();
}

} // namespace pages
