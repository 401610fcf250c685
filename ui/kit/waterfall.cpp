// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/waterfall.h"
#include "kit/format.h"
#include "kit/paint.h"
#include "kit/scale.h"
#include "kit/space.h"
#include "kit/type.h"
#include <cmath>
#include <QPainter>

namespace kit {

// Local calls are over in a few ms: there tenths count.
static QString shown(double ms)
{
    const double tenths = std::round(ms * 10) / 10;
    if (tenths < 10 && tenths != std::floor(tenths))
        return format::duration(0).replace(QLocale().zeroDigit(), QLocale().toString(tenths, 'f', 1));
    return format::duration(qint64(std::round(ms)));
}

Waterfall::Waterfall(const QString &name, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    setFont(kit::font(Type::Caption));
    setLayoutDirection(Qt::LeftToRight); // time runs left to right in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Waterfall::setData(const QList<Span> &phases, const QList<double> &pieces)
{
    m_phases = phases;
    m_pieces = pieces;
    QStringList spoken;
    for (const Span &phase : phases)
        spoken << phase.name + u' ' + shown(phase.to - phase.from);
    if (!pieces.isEmpty())
        spoken << tr("%n piece(s)", nullptr, int(pieces.size()));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int Waterfall::rowHeight() const
{
    return fontMetrics().height() + 5;
}

// The phases, and the pieces when they are known.
int Waterfall::rows() const
{
    return int(m_phases.size()) + (m_pieces.isEmpty() ? 0 : 1);
}

int Waterfall::labelWidth() const
{
    int widest = fontMetrics().horizontalAdvance(tr("Pieces"));
    for (const Span &phase : m_phases)
        widest = qMax(widest, fontMetrics().horizontalAdvance(phase.name));
    return widest + space::m;
}

QSize Waterfall::sizeHint() const
{
    return {360, rowHeight() * (rows() + 1) + space::xs};
}

double Waterfall::end() const
{
    double last = m_pieces.isEmpty() ? 1 : m_pieces.last();
    for (const Span &phase : m_phases)
        last = qMax(last, phase.to);
    return last * 1.03;
}

double Waterfall::x(double ms) const
{
    return labelWidth() + ms / end() * (width() - labelWidth() - scaled(60));
}

void Waterfall::paintPieces(QPainter &painter, int y) const
{
    const Tokens &t = tokensOf(this);
    double longest = 0;
    double at = 0;
    for (qsizetype i = 1; i < m_pieces.size(); ++i) {
        if (m_pieces.at(i) - m_pieces.at(i - 1) > longest) {
            longest = m_pieces.at(i) - m_pieces.at(i - 1);
            at = m_pieces.at(i - 1);
        }
    }
    const QRectF gap(x(at), y + 3, x(at + longest) - x(at), rowHeight() - 6);
    box(painter, gap, {t.warnSoft, t.warn, 2});
    painter.setPen(QPen(t.accent, 1));
    for (double piece : m_pieces)
        painter.drawLine(QPointF(x(piece), y + 3), QPointF(x(piece), y + rowHeight() - 3));
    painter.setPen(t.warn);
    painter.drawText(QRectF(width() - scaled(56), y, scaled(56), rowHeight()), int(Qt::AlignVCenter | Qt::AlignRight),
        shown(longest));
}

void Waterfall::paintAxis(QPainter &painter, int y) const
{
    const Tokens &t = tokensOf(this);
    for (double tick : niceTicks(end(), 5)) {
        if (tick > end())
            continue;
        painter.fillRect(QRectF(x(tick), 0, 1, y), t.line);
        painter.setPen(t.muted);
        const Qt::Alignment side = tick == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(QRectF(x(tick) - (tick == 0 ? 0 : scaled(40)), y, scaled(80), rowHeight()),
            int(side | Qt::AlignVCenter), tick < 1000 ? shown(tick) : tr("%1 s").arg(QLocale().toString(tick / 1000)));
    }
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensOf(this);
    paintAxis(painter, rowHeight() * rows());
    int y = 0;
    for (qsizetype i = 0; i < m_phases.size(); ++i, y += rowHeight()) {
        const Span &phase = m_phases.at(i);
        painter.setPen(t.muted);
        painter.drawText(0, y, labelWidth(), rowHeight(), Qt::AlignVCenter, phase.name);
        box(painter, QRectF(x(phase.from), y + 5, qMax(2.0, x(phase.to) - x(phase.from)), rowHeight() - 10),
            {t.series[size_t(i) % 12], Qt::transparent, 2});
        painter.setPen(t.text);
        painter.drawText(QRectF(width() - scaled(56), y, scaled(56), rowHeight()),
            int(Qt::AlignVCenter | Qt::AlignRight), shown(phase.to - phase.from));
    }
    if (m_pieces.isEmpty())
        return;
    painter.setPen(t.muted);
    painter.drawText(0, y, labelWidth(), rowHeight(), Qt::AlignVCenter, tr("Pieces"));
    paintPieces(painter, y);
}

} // namespace kit
