// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/pick_cell.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>

namespace kit {

void PickCell::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool rtl = option.direction == Qt::RightToLeft;
    const int side = iconSide();
    QStyleOptionButton check;
    check.initFrom(option.widget);
    check.state = QStyle::State_Enabled
        | (index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
    check.rect = centred(atStart(option.rect.adjusted(space::xs, 0, -space::xs, 0), side), side);
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, &painter, option.widget);
    QStyleOptionViewItem words = option;
    words.font = kit::font(Type::Mono);
    words.rect.adjust(rtl ? 0 : side + space::m, 0, rtl ? -side - space::m : 0, 0);
    const QString note = index.data(cell::Note).toString();
    painter.setFont(kit::font(Type::Caption));
    const int noteWidth = qMin(painter.fontMetrics().horizontalAdvance(note) + 2, words.rect.width() / 2);
    painter.setPen(tokensOf(option.widget).muted);
    painter.drawText(atEnd(words.rect, noteWidth), Qt::AlignCenter,
        painter.fontMetrics().elidedText(note, Qt::ElideRight, noteWidth));
    words.rect.adjust(rtl ? noteWidth + space::s : 0, 0, rtl ? 0 : -noteWidth - space::s, 0);
    painter.setFont(words.font);
    painter.setPen(tokensOf(option.widget).text);
    painter.drawText(words.rect,
        int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft)),
        painter.fontMetrics().elidedText(option.text, Qt::ElideMiddle, words.rect.width()));
}

void PickFilter::setTakenOnly(bool only)
{
    m_takenOnly = only;
    invalidateFilter();
}

bool PickFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_takenOnly && index.data(Qt::CheckStateRole).toInt() != Qt::Checked)
        return false;
    const QString text = index.data().toString() + QLatin1Char(' ') + index.data(cell::Note).toString();
    return text.contains(filterRegularExpression());
}

} // namespace kit
