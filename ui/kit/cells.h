// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/tokens.h"
#include <QStyledItemDelegate>

class QPainter;

namespace kit {

// What a cell is made of beyond its display text.
namespace cell {
enum DataRole : int {
    Note = Qt::UserRole + 0x4B00, // second line or trailing muted text
    State, // int(Status)
    Values, // QVariantList of doubles, for a spark
    Used,
    Expected, // shares, for a meter
    Mark, // int(Glyph), before the text
    Order, // sort key where the text does not sort; give it to QSortFilterProxyModel::setSortRole
};
}

// Base of all cells: the style paints ground, hover and selection; a subclass paints what is on it.
class Cell : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    virtual void paintContent(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const = 0;
};

// One line of text with an optional glyph before and an optional muted note after it.
class TextCell : public Cell
{
    Q_OBJECT

public:
    using Cell::Cell;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Identifiers: key prefixes, model names, request ids. Never mirrored.
class MonoCell final : public TextCell
{
    Q_OBJECT

public:
    using TextCell::TextCell;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Glyph in its colour, word in text colour: quieter than a pill, for columns.
class StatusCell final : public Cell
{
    Q_OBJECT

public:
    using Cell::Cell;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class SparkCell final : public Cell
{
    Q_OBJECT

public:
    using Cell::Cell;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Used share as a bar with its figure beside it; a cell without a limit says so in words.
class MeterCell final : public Cell
{
    Q_OBJECT

public:
    using Cell::Cell;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The same for a share of a whole, which no limit makes good or bad.
class ShareCell final : public Cell
{
    Q_OBJECT

public:
    using Cell::Cell;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kit
