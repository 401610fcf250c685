// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/table.h"
#include "kit/cells.h"
#include "kit/frozen_column.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <utility>

namespace kit {

Table::Table(const QString &name, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(false);
    setItemDelegate(new TextCell(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(qMax(space::row, fontMetrics().height() + 14));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(32);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
}

void Table::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (m_frozen)
        m_frozen->follow();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
}

void Table::setCompact()
{
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(qMax(space::rowCompact, fontMetrics().height() + 8));
}

void Table::fitRows()
{
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(head + model()->rowCount() * verticalHeader()->defaultSectionSize() + 1 + bar);
    if (!m_fitted)
        connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &Table::fitRows, Qt::QueuedConnection);
    m_fitted = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int Table::headerWidth(int column) const
{
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    return QFontMetrics(kit::font(Type::Caption)).horizontalAdvance(title) + 2 * space::l;
}

void Table::setWidths(const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column) {
        const int wanted = scaled(widths.at(column));
        const int words = qMax(sizeHintForColumn(column), horizontalHeader()->isHidden() ? 0 : headerWidth(column));
        m_narrow[column] = wanted > 0 ? qMax(wanted, horizontalHeader()->isHidden() ? 0 : headerWidth(column)) : 0;
        if (wanted > 0)
            setColumnWidth(column, qBound(wanted, words, wanted * 7 / 5));
        else
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    narrow();
    yield();
    grow();
}

void Table::setYielding(const QList<int> &columns)
{
    m_yielding = columns;
}

// What the columns take that do not stretch.
int Table::fixedWidth() const
{
    int sum = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        if (!isColumnHidden(column) && horizontalHeader()->sectionResizeMode(column) != QHeaderView::Stretch)
            sum += columnWidth(column);
    return sum;
}

void Table::setColumnWanted(int column, bool wanted)
{
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    setColumnHidden(column, !wanted);
    yield();
    emit columnsShownChanged();
}

void Table::freezeFirst()
{
    if (!m_frozen)
        m_frozen = new FrozenColumn(this);
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        narrow();
    yield();
    grow();
    if (m_frozen)
        m_frozen->place();
}

void Table::setGrowing(const QList<int> &columns)
{
    m_growing = columns;
    narrow();
}

void Table::narrow()
{
    for (const int column : m_growing)
        if (m_narrow.value(column) > 0)
            setColumnWidth(column, m_narrow.value(column));
}

// After rows came or changed: only then the view knows which of them are seen.
void Table::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_growing.isEmpty() || std::exchange(m_grows, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            grow();
            m_grows = false;
        },
        Qt::QueuedConnection);
}

void Table::grow()
{
    if (!model() || m_growing.isEmpty() || !isVisible())
        return;
    int kept = scaled(120);
    for (int column = 0; column < model()->columnCount(); ++column)
        if (horizontalHeader()->sectionResizeMode(column) == QHeaderView::Stretch)
            kept = qMax(kept, sizeHintForColumn(column));
    for (const int column : m_growing) {
        const int spare = viewport()->width() - fixedWidth() - kept;
        const int lacks = sizeHintForColumn(column) - columnWidth(column);
        if (!isColumnHidden(column) && lacks > 0 && spare > 0)
            setColumnWidth(column, columnWidth(column) + qMin(lacks, spare));
    }
}

void Table::yield()
{
    if (!model() || m_yielding.isEmpty())
        return;
    for (int column : m_yielding)
        setColumnHidden(column, !columnWanted(column));
    for (int column : m_yielding) {
        if (viewport()->width() - fixedWidth() >= scaled(120))
            return;
        if (horizontalHeader()->sectionResizeMode(column) != QHeaderView::Stretch)
            setColumnHidden(column, true);
    }
}

} // namespace kit
