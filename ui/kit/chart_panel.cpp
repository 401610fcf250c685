// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chart_panel.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/mark_chart.h"
#include "kit/space.h"
#include "kit/table.h"
#include <cmath>
#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kit {

namespace {

// The figures of a chart: one row per mark, the newest first, one column per series.
class ChartRows final : public QAbstractTableModel
{
public:
    ChartRows(const MarkChart *chart, const QString &markName, QObject *parent)
        : QAbstractTableModel(parent), m_chart(chart), m_markName(markName)
    {}
    void renew()
    {
        beginResetModel();
        endResetModel();
    }
    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_chart->values().marks.size());
    }
    int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_chart->values().series.size()) + 1;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const ChartData &all = m_chart->values();
        const auto mark = all.marks.size() - 1 - index.row();
        if (role == Qt::TextAlignmentRole)
            return side(index.column());
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? all.marks.value(mark)
                                   : m_chart->wordFor(all.series.value(index.column() - 1).values.value(mark));
    }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        if (role == Qt::TextAlignmentRole)
            return side(section);
        if (role != Qt::DisplayRole)
            return {};
        return section == 0 ? m_markName : m_chart->values().series.value(section - 1).name;
    }

private:
    static int side(int column) { return int(Qt::AlignVCenter | (column ? Qt::AlignRight : Qt::AlignLeft)); }

    const MarkChart *m_chart;
    QString m_markName;
};

} // namespace

ChartPanel::ChartPanel(const QString &title, MarkChart *chart, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(title))
    , m_chart(chart)
    , m_table(new Table(title))
    , m_sides(new QStackedWidget)
    , m_toggle(iconButton(Glyph::Table, tr("Show as table")))
{
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_card);
    auto *picture = new QWidget;
    auto *line = new QHBoxLayout(picture);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::l);
    line->addWidget(chart, 1);
    m_sides->addWidget(picture);
    m_sides->addWidget(m_table);
    m_card->body()->addWidget(m_sides, 1);
    QToolButton *out = iconButton(Glyph::Download, tr("Export…"));
    out->setObjectName(QStringLiteral("export"));
    m_toggle->setCheckable(true);
    m_card->addToHead(m_toggle);
    m_card->addToHead(out);
    m_table->setModel(new ChartRows(chart, tr("When"), m_table));
    m_table->setCompact();
    m_table->freezeFirst();
    connect(m_toggle, &QToolButton::toggled, this, &ChartPanel::showTable);
    connect(out, &QToolButton::clicked, this, &ChartPanel::exportWanted);
    refresh();
}

void ChartPanel::setTitle(const QString &title)
{
    m_card->setTitle(title);
    m_chart->setAccessibleName(title);
    m_table->setAccessibleName(title);
}

void ChartPanel::setNote(const QString &note)
{
    if (!m_note) {
        m_note = label({}, Type::Caption, Ink::Muted);
        m_card->insertInHead(m_note);
    }
    m_note->setText(note);
}

void ChartPanel::setLegend(const QString &name, const QList<LegendEntry> &bottomFirst)
{
    if (!m_legend) {
        m_legend = new Legend(name);
        m_sides->widget(0)->layout()->addWidget(m_legend);
    }
    m_legend->setEntries(bottomFirst);
    placeLegend();
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeLegend();
}

// Beside the chart when there is room for both, as chips below it when not.
void ChartPanel::placeLegend()
{
    if (!m_legend)
        return;
    const bool narrow = width() < scaled(860);
    auto *line = static_cast<QBoxLayout *>(m_sides->widget(0)->layout());
    line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->setSpacing(narrow ? space::s : space::l);
    line->setAlignment(m_legend, narrow ? Qt::Alignment() : Qt::AlignTop);
    m_legend->setChips(narrow);
    m_legend->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : scaled(216));
    m_legend->setMinimumWidth(narrow ? 0 : scaled(216));
    m_legend->setFixedHeight(m_legend->heightForWidth(narrow ? width() - 2 * space::l : scaled(216)));
}

void ChartPanel::refresh()
{
    static_cast<ChartRows *>(m_table->model())->renew();
    QList<int> widths{100};
    for (const Series &series : m_chart->values().series)
        widths << qBound(88, int(series.name.size()) * 6 + 24, 128);
    m_table->setWidths(widths);
}

void ChartPanel::showTable(bool table)
{
    m_toggle->setChecked(table);
    m_toggle->setToolTip(table ? tr("Show as chart") : tr("Show as table"));
    m_toggle->setAccessibleName(m_toggle->toolTip());
    m_sides->setCurrentIndex(table ? 1 : 0);
}

} // namespace kit
