// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/bubble.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>
#include <QScrollArea>

namespace kit {

QWidget *Bubble::homeOf(QWidget *owner)
{
    QWidget *home = owner;
    while (!home->isWindow() && home->parentWidget()) {
        const QWidget *around = home->parentWidget()->parentWidget();
        if (home != owner && qobject_cast<const QScrollArea *>(around))
            return home;
        home = home->parentWidget();
    }
    return home;
}

Bubble::Bubble(QWidget *home) : QWidget(home)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFont(figures(kit::font(Type::Caption)));
    hide();
}

void Bubble::tell(const QString &title, const QList<BubbleLine> &lines)
{
    m_title = title;
    m_lines = lines;
    resize(sizeHint());
    update();
}

QSize Bubble::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(m_title);
    for (const BubbleLine &line : m_lines)
        width = qMax(width,
            scaled(16) + fontMetrics().horizontalAdvance(line.name) + space::l
                + fontMetrics().horizontalAdvance(line.value));
    return {width + 2 * space::m, lineHeight() * int(m_lines.size() + 1) + 2 * space::s};
}

void Bubble::placeBeside(const QRect &mark)
{
    const QRect around = parentWidget()->rect().adjusted(space::xs, space::xs, -space::xs, -space::xs);
    int x = mark.right() + space::m;
    if (x + width() > around.right())
        x = mark.left() - space::m - width();
    const int y = qBound(around.top(), mark.top(), qMax(around.top(), around.bottom() - height()));
    move(qMax(around.left(), x), y);
    show();
    raise();
}

void Bubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.edge, space::radius});
    QRect row(space::m, space::s, width() - 2 * space::m, lineHeight());
    painter.setPen(t.text);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, m_title);
    painter.setFont(font());
    for (const BubbleLine &line : m_lines) {
        row.translate(0, lineHeight());
        const QRect swatch(row.left(), row.center().y() - scaled(4), scaled(9), scaled(9));
        if (line.swatch.isValid())
            box(painter, swatch, {line.swatch, Qt::transparent, 2});
        painter.setPen(t.muted);
        painter.drawText(row.adjusted(scaled(16), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, line.name);
        painter.setPen(t.text);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, line.value);
    }
}

} // namespace kit
