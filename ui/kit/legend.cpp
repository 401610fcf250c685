// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/legend.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>
#include <QStyle>

namespace kit {

Legend::Legend(const QString &name, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    setFont(figures(kit::font(Type::Caption)));
}

void Legend::setEntries(const QList<LegendEntry> &bottomFirst)
{
    m_entries = bottomFirst;
    QStringList spoken;
    for (const LegendEntry &entry : bottomFirst)
        spoken << entry.name + u' ' + entry.value;
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void Legend::setChips(bool chips)
{
    m_chips = chips;
    updateGeometry();
    update();
}

// A list follows the stack from its top, a line of text begins with the largest part.
QList<qsizetype> Legend::order() const
{
    QList<qsizetype> out;
    for (const bool last : {false, true})
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            const qsizetype at = m_chips ? i : m_entries.size() - 1 - i;
            if (m_entries.at(at).last == last)
                out << at;
        }
    return out;
}

QStringList Legend::namesAsShown() const
{
    QStringList names;
    for (const qsizetype at : order())
        names << m_entries.at(at).name;
    return names;
}

QList<QRect> Legend::places(int width) const
{
    QList<QRect> out;
    int x = 0;
    int y = 0;
    for (const qsizetype at : order()) {
        const QString words = m_entries.at(at).name + m_entries.at(at).value;
        const int wanted = m_chips ? scaled(18) + fontMetrics().horizontalAdvance(words) + int(space::m) : width;
        const bool next = x > 0 && x + wanted > width;
        if (next || (!m_chips && !out.isEmpty())) {
            x = 0;
            y += rowHeight();
        }
        out << QRect(x, y, qMin(wanted, width), rowHeight());
        x += wanted + int(space::l);
    }
    return out;
}

int Legend::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize Legend::sizeHint() const
{
    return {200, m_chips ? heightForWidth(qMax(width(), 200)) : rowHeight() * int(m_entries.size())};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<qsizetype> shown = order();
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < shown.size(); ++i)
        paintEntry(painter, QStyle::visualRect(layoutDirection(), rect(), all.at(i)), shown.at(i));
}

void Legend::paintEntry(QPainter &painter, const QRect &row, qsizetype at) const
{
    const Tokens &t = tokensOf(this);
    const LegendEntry &entry = m_entries.at(at);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QRect swatch = centred(atStart(row, scaled(10)), scaled(10));
    box(painter, swatch, {t.series[size_t(at) % t.series.size()], Qt::transparent, 2});
    const int value = fontMetrics().horizontalAdvance(entry.value) + space::s;
    const QRect name = row.adjusted(rtl ? value : scaled(18), 0, rtl ? -scaled(18) : -value, 0);
    painter.setPen(t.text);
    painter.drawText(name, int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft)),
        fontMetrics().elidedText(entry.name, Qt::ElideMiddle, name.width()));
    painter.setPen(t.muted);
    painter.drawText(
        row, int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignLeft : Qt::AlignRight)), entry.value);
}

} // namespace kit
