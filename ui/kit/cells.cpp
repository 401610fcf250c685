// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/cells.h"
#include "kit/icons.h"
#include "kit/marks.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/status.h"
#include "kit/table.h"
#include "kit/type.h"
#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace kit {

// The table itself or the copy of its first column.
static const Table *tableOf(const QWidget *widget)
{
    const auto *table = qobject_cast<const Table *>(widget);
    return table || !widget ? table : qobject_cast<const Table *>(widget->parentWidget());
}

void Cell::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Table *table = tableOf(option->widget);
    if (!table)
        return;
    option->state.setFlag(QStyle::State_MouseOver, table->hoveredRow() == index.row());
    if (table->selectionBehavior() != QAbstractItemView::SelectRows)
        return;
    const bool here = table->hasFocus() && table->currentIndex().row() == index.row();
    option->state.setFlag(QStyle::State_HasFocus, here); // the style draws one ring around the row
}

static bool lastShown(const QTableView *table, int column)
{
    while (++column < table->model()->columnCount())
        if (!table->isColumnHidden(column))
            return false;
    return true;
}

void Cell::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setClipRect(option.rect);
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const bool last = table ? lastShown(table, index.column()) : !index.siblingAtColumn(index.column() + 1).isValid();
    const int start = !table && index.column() == 0 ? space::xs
        : index.column() == 0                       ? space::l - 1
                                                    : space::s + 2; // outer columns in line with the card's title
    const int end = last ? space::l - 1 : space::s + 2;
    const bool rtl = option.direction == Qt::RightToLeft;
    option.rect.adjust(rtl ? end : start, 0, rtl ? -start : -end, -1);
    paintContent(*painter, option, index);
    painter->restore();
}

QSize Cell::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const QString note = index.data(cell::Note).toString();
    const bool marked = index.data(cell::State).isValid() || index.data(cell::Mark).isValid();
    const int words = metrics.horizontalAdvance(index.data().toString())
        + (note.isEmpty() ? 0 : metrics.horizontalAdvance(note) + space::s);
    return {
        words + (marked ? iconSide() + space::xs : 0) + 2 * space::m, qMax(space::rowCompact, metrics.height() + 8)};
}

static QRect takeStart(QRect &rest, int width)
{
    const QRect taken = atStart(rest, width);
    if (QGuiApplication::isRightToLeft())
        rest.setRight(taken.left() - space::xs);
    else
        rest.setLeft(taken.right() + space::xs + 1);
    return taken;
}

static void paintLine(QPainter &painter, const QStyleOptionViewItem &option, QRect rest, const QString &note)
{
    const Tokens &t = tokensOf(option.widget);
    const Qt::Alignment visual = QStyle::visualAlignment(option.direction, option.displayAlignment | Qt::AlignVCenter);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QFontMetrics metrics(painter.font());
    painter.setPen(enabled ? t.text : t.faint);
    const QString text = metrics.elidedText(option.text, option.textElideMode, rest.width());
    painter.drawText(rest, int(visual), text);
    if (note.isEmpty())
        return;
    takeStart(rest, metrics.horizontalAdvance(text) + space::xs);
    painter.setPen(t.muted);
    painter.drawText(rest, int(visual), metrics.elidedText(note, Qt::ElideRight, rest.width()));
}

void TextCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rest = option.rect;
    painter.setFont(option.font);
    const QVariant mark = index.data(cell::Mark);
    if (mark.isValid())
        paintGlyph(painter, Glyph(mark.toInt()), centred(takeStart(rest, iconSide()), iconSide()).translated(0, 1),
            tokensOf(option.widget).muted);
    paintLine(painter, option, rest, index.data(cell::Note).toString());
}

QSize MonoCell::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem copy = option;
    copy.font = kit::font(Type::Mono);
    return TextCell::sizeHint(copy, index);
}

void MonoCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem copy = option;
    copy.font = kit::font(Type::Mono);
    copy.direction = Qt::LeftToRight;
    if (option.direction == Qt::RightToLeft)
        copy.displayAlignment = Qt::AlignRight;
    TextCell::paintContent(painter, copy, index);
}

void StatusCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rest = option.rect;
    painter.setFont(option.font);
    const QVariant state = index.data(cell::State);
    if (!state.isValid()) {
        if (qobject_cast<const QTreeView *>(option.widget)) // the head of a group
            painter.setFont(kit::font(Type::Strong));
        return paintLine(painter, option, rest, index.data(cell::Note).toString());
    }
    const auto status = Status(state.toInt());
    paintGlyph(painter, glyphOf(status), centred(takeStart(rest, iconSide() - 2), iconSide() - 2).translated(0, 1),
        inkOf(tokensOf(option.widget), status));
    paintLine(painter, option, rest, index.data(cell::Note).toString());
}

void SparkCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QList<double> values;
    for (const QVariant &v : index.data(cell::Values).toList())
        values << v.toDouble();
    paintSpark(painter, QRectF(option.rect).adjusted(0, 5, 0, -4), values, tokensOf(option.widget).accent);
}

// limits: from where on it is a warning, and bad.
static void paintUsed(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, Meter meter)
{
    const Tokens &t = tokensOf(option.widget);
    painter.setFont(figures(option.font));
    QRect rest = option.rect;
    if (!index.data(cell::Used).isValid()) {
        painter.setPen(t.muted);
        painter.drawText(
            rest, int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)), option.text);
        return;
    }
    const QRect figure = atEnd(rest, painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + space::xs);
    meter.used = index.data(cell::Used).toDouble();
    if (index.data(cell::Expected).isValid())
        meter.expected = index.data(cell::Expected).toDouble();
    const bool rtl = option.direction == Qt::RightToLeft;
    rest.adjust(rtl ? figure.width() + space::s : 0, 0, rtl ? 0 : -figure.width() - space::s, 0);
    paintMeter(painter, t, QRectF(rest.left(), rest.center().y() - 1, rest.width(), 5), meter);
    painter.setPen(meter.used >= meter.warnAt ? meterColor(t, meter) : t.text);
    painter.drawText(
        figure, int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignLeft : Qt::AlignRight)), option.text);
}

void MeterCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintUsed(painter, option, index, {});
}

void ShareCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintUsed(painter, option, index, {.warnAt = 2, .badAt = 2});
}

} // namespace kit
