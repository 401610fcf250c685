// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/diff_view.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>
#include <QScrollBar>

namespace kit {

DiffView::DiffView(const QString &name, QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(name);
    setFont(kit::font(Type::Mono));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
}

int DiffView::lineHeight() const
{
    return fontMetrics().height() + 5;
}

int DiffView::widest() const
{
    int width = 0;
    for (const DiffLine &line : m_lines)
        width = qMax(width, fontMetrics().horizontalAdvance(line.text));
    return width + space::xxl + space::l;
}

QSize DiffView::sizeHint() const
{
    return {360, int(m_lines.size()) * lineHeight() + space::s};
}

void DiffView::setLines(const QList<DiffLine> &lines)
{
    m_lines = lines;
    QStringList spoken;
    for (const DiffLine &line : lines)
        spoken << (line.side == Side::Added  ? tr("added: %1").arg(line.text)
                : line.side == Side::Removed ? tr("removed: %1").arg(line.text)
                                             : line.text);
    setAccessibleDescription(spoken.join(u'\n'));
    resizeEvent(nullptr);
    updateGeometry();
    viewport()->update();
}

void DiffView::resizeEvent(QResizeEvent *)
{
    const int over = int(m_lines.size()) * lineHeight() + space::s - viewport()->height();
    verticalScrollBar()->setRange(0, qMax(0, over));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight());
    horizontalScrollBar()->setRange(0, qMax(0, widest() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(lineHeight());
}

void DiffView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &t = tokensOf(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    int y = space::xs - verticalScrollBar()->value();
    for (const DiffLine &line : m_lines) {
        const QRect row(0, y, viewport()->width(), lineHeight());
        const bool added = line.side == Side::Added;
        const bool changed = added || line.side == Side::Removed;
        if (changed) {
            painter.fillRect(row, added ? t.okSoft : t.badSoft);
            painter.setPen(added ? t.ok : t.bad);
            painter.drawText(QRect(space::m - horizontalScrollBar()->value(), y, 16, row.height()), Qt::AlignVCenter,
                added ? QStringLiteral("+") : QString(QChar(0x2212)));
        }
        painter.setPen(line.side == Side::Heading ? t.muted : t.text);
        const QRect words(space::xxl - horizontalScrollBar()->value(), y, widest(), lineHeight());
        painter.drawText(words, int(Qt::AlignVCenter | Qt::AlignLeft), line.text);
        y += lineHeight();
    }
}

} // namespace kit
