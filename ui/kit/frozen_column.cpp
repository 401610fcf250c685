// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/frozen_column.h"
#include "kit/table.h"
#include "kit/tokens.h"
#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace kit {

FrozenColumn::FrozenColumn(Table *table) : QTableView(table), m_table(table)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table->verticalScrollBar(), &QScrollBar::setValue);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::place);
    connect(table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &FrozenColumn::place);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumn::place);
    follow();
}

void FrozenColumn::follow()
{
    if (!m_table->model())
        return;
    QTableView::setModel(m_table->model());
    setSelectionModel(m_table->selectionModel());
    connect(model(), &QAbstractItemModel::modelReset, this, &FrozenColumn::hideOthers);
    connect(model(), &QAbstractItemModel::columnsInserted, this, &FrozenColumn::hideOthers);
    hideOthers();
    place();
}

void FrozenColumn::hideOthers()
{
    for (int column = 1; column < model()->columnCount(); ++column)
        setColumnHidden(column, true);
}

void FrozenColumn::place()
{
    const bool scrolled = m_table->horizontalScrollBar()->value() > m_table->horizontalScrollBar()->minimum();
    setVisible(scrolled && model());
    if (isHidden())
        return;
    setItemDelegate(m_table->itemDelegateForColumn(0) ? m_table->itemDelegateForColumn(0) : m_table->itemDelegate());
    verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(m_table->verticalHeader()->defaultSectionSize());
    horizontalHeader()->setFixedHeight(m_table->horizontalHeader()->height());
    const int width = m_table->columnWidth(0);
    setColumnWidth(0, width);
    const int height = m_table->viewport()->height() + m_table->horizontalHeader()->height();
    setGeometry(m_table->isRightToLeft() ? m_table->width() - width : 0, 0, width, height);
    verticalScrollBar()->setValue(m_table->verticalScrollBar()->value());
    raise();
}

bool FrozenColumn::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        m_table->hover(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
    if (event->type() == QEvent::Leave)
        m_table->hover(-1);
    return QTableView::viewportEvent(event);
}

void FrozenColumn::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_table->viewport(), event);
}

void FrozenColumn::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int x = isRightToLeft() ? 0 : viewport()->width() - 1;
    painter.fillRect(x, 0, 1, viewport()->height(), tokensOf(this).edge);
}

} // namespace kit
