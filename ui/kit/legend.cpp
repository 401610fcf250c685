// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/legend.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>

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

QSize Legend::sizeHint() const
{
    return {200, rowHeight() * int(m_entries.size())};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    int y = 0;
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i, y += rowHeight()) {
        const QRect row(0, y, width(), rowHeight());
        const QRect swatch = centred(atStart(row, scaled(10)), scaled(10));
        box(painter, swatch, {t.series[size_t(i) % t.series.size()], Qt::transparent, 2});
        const LegendEntry &entry = m_entries.at(i);
        const int value = fontMetrics().horizontalAdvance(entry.value) + space::s;
        const QRect name = row.adjusted(rtl ? value : scaled(18), 0, rtl ? -scaled(18) : -value, 0);
        painter.setPen(t.text);
        painter.drawText(name, int(Qt::AlignVCenter) | int(rtl ? Qt::AlignRight : Qt::AlignLeft),
            fontMetrics().elidedText(entry.name, Qt::ElideMiddle, name.width()));
        painter.setPen(t.muted);
        painter.drawText(row, int(Qt::AlignVCenter) | int(rtl ? Qt::AlignLeft : Qt::AlignRight), entry.value);
    }
}

} // namespace kit
