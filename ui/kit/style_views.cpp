// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/style.h"
#include "kit/type.h"
#include <QListView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace kit {

static bool firstCell(const QStyleOptionViewItem &item)
{
    using Position = QStyleOptionViewItem;
    return item.viewItemPosition == Position::Beginning || item.viewItemPosition == Position::OnlyOne
        || item.index.column() == 0;
}

// One ring around the row, cell by cell: the sides only at the outer cells.
static void rowRing(QPainter &painter, const Tokens &tokens, const QStyleOptionViewItem &item, const QWidget *widget)
{
    const auto *view = static_cast<const QTableView *>(widget);
    int last = item.index.model()->columnCount() - 1;
    while (last > 0 && view->isColumnHidden(last))
        --last;
    const bool rtl = item.direction == Qt::RightToLeft;
    const int start = firstCell(item) ? -1 : 12;
    const int end = item.index.column() == last ? -1 : 12;
    painter.save();
    painter.setClipRect(item.rect);
    focusRing(
        painter, tokens, QRectF(item.rect).adjusted(rtl ? -end : -start, 1, rtl ? start : end, -2), space::radiusSmall);
    painter.restore();
}

void Style::drawRow(const QStyleOptionViewItem &item, QPainter &painter, const QWidget *widget) const
{
    const QRect r = item.rect;
    const auto *rows = qobject_cast<const QTableView *>(widget);
    if (item.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(r, item.backgroundBrush);
    if (item.state & State_Selected)
        painter.fillRect(r, m_tokens.accentSoft);
    else if (item.state & State_MouseOver)
        painter.fillRect(r, m_tokens.hover);
    if (rows && item.index.siblingAtRow(item.index.row() + 1).isValid())
        painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), m_tokens.line);
    if (item.state & State_Selected && firstCell(item))
        painter.fillRect(atStart(r, 3), m_tokens.accent);
    const bool popup = widget && widget->window()->windowType() == Qt::Popup; // there the selection says enough
    if (item.state & State_HasFocus && rows && rows->selectionBehavior() == QAbstractItemView::SelectRows)
        rowRing(painter, m_tokens, item, widget);
    else if (item.state & State_HasFocus && widget && widget->hasFocus() && !popup)
        focusRing(painter, m_tokens, QRectF(r).adjusted(1, 1, -1, -1), space::radiusSmall);
}

void Style::drawHeaderGround(const QRect &r, QPainter &painter) const
{
    painter.fillRect(r, m_tokens.raised);
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), blend(m_tokens.line, m_tokens.edge, 0.4));
}

void Style::drawHeader(const QStyleOptionHeader &header, QPainter &painter) const
{
    const QRect r = header.rect;
    drawHeaderGround(r, painter);
    if (header.state & State_MouseOver)
        painter.fillRect(r.adjusted(0, 0, 0, -1), m_tokens.hover);
}

// The words stand exactly over the cells below them; the sort mark is on the inner side of the words.
void Style::drawHeaderText(const QStyleOptionHeader &header, QPainter &painter) const
{
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    const bool rtl = header.direction == Qt::RightToLeft;
    using Option = QStyleOptionHeader;
    const bool first = header.position == Option::Beginning || header.position == Option::OnlyOneSection;
    const bool last = header.position == Option::End || header.position == Option::OnlyOneSection;
    const int start = first ? space::l - 1 : space::s + 2;
    const int end = last ? space::l - 1 : space::s + 2;
    const QRect words = header.rect.adjusted(rtl ? end : start, 0, rtl ? -start : -end, 0);
    painter.save();
    painter.setFont(font(Type::Caption));
    painter.setPen(sorted ? m_tokens.text : m_tokens.muted);
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = metrics.elidedText(header.text, Qt::ElideRight, words.width());
    const Qt::Alignment side = QStyle::visualAlignment(header.direction, header.textAlignment);
    painter.drawText(words, int((side & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter), text);
    const int used = metrics.horizontalAdvance(text);
    const int x = side & Qt::AlignRight ? words.right() - used - 14 : words.left() + used + 2;
    if (sorted)
        paintGlyph(painter, header.sortIndicator == Option::SortUp ? Glyph::ChevronDown : Glyph::ChevronUp,
            QRect(x, header.rect.center().y() - 5, 12, 12), m_tokens.accent);
    painter.restore();
}

void Style::drawTab(const QStyleOptionTab &tab, QPainter &painter) const
{
    const QRect r = tab.rect;
    const bool chosen = tab.state & State_Selected;
    if (!chosen && tab.state & State_MouseOver)
        box(painter, QRectF(r).adjusted(2, 4, -2, -4), {m_tokens.hover, Qt::transparent, space::radiusSmall});
    if (chosen)
        painter.fillRect(QRect(r.left() + space::s, r.bottom() - 1, r.width() - 2 * space::s, 2), m_tokens.accent);
    if (tab.state & State_HasFocus)
        focusRing(painter, m_tokens, QRectF(r).adjusted(2, 4, -2, -4), space::radiusSmall);
}

void Style::drawMenuItem(const QStyleOptionMenuItem &item, QPainter &painter, const QWidget *widget) const
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return painter.fillRect(
            QRect(item.rect.left() + space::s, item.rect.center().y(), item.rect.width() - 2 * space::s, 1),
            m_tokens.line);
    QStyleOptionMenuItem copy = item;
    if (item.state & State_Selected && item.state & State_Enabled) {
        box(painter, item.rect, {m_tokens.accentSoft, Qt::transparent, space::radiusSmall});
        copy.state &= ~State_Selected;
    }
    copy.palette.setColor(QPalette::HighlightedText, m_tokens.text);
    QProxyStyle::drawControl(CE_MenuItem, &copy, &painter, widget);
}

} // namespace kit
