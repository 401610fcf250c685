// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/marks.h"
#include "kit/paint.h"
#include <algorithm>
#include <cmath>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

namespace kit {

static QPolygonF scaledPoints(const QRectF &rect, const QList<double> &values, double top)
{
    QPolygonF points;
    const double step = rect.width() / double(std::max<qsizetype>(1, values.size() - 1));
    for (qsizetype i = 0; i < values.size(); ++i)
        if (!std::isnan(values.at(i)))
            points << QPointF(rect.left() + double(i) * step, rect.bottom() - values.at(i) / top * rect.height());
    return points;
}

void paintSpark(QPainter &painter, const QRectF &rect, const QList<double> &values, const QColor &color)
{
    double top = 0;
    for (double v : values)
        top = std::isnan(v) ? top : std::max(top, v);
    const QRectF inner = rect.adjusted(1, 2, -3, -2);
    const QPolygonF points = scaledPoints(inner, values, top > 0 ? top : 1);
    if (points.size() < 2 || top <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath area;
    area.addPolygon(points);
    area.lineTo(points.last().x(), inner.bottom());
    area.lineTo(points.first().x(), inner.bottom());
    QColor wash = color;
    wash.setAlphaF(0.09F);
    painter.fillPath(area, wash);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(points.last(), 2.2, 2.2);
    painter.restore();
}

QColor meterColor(const Tokens &t, const Meter &meter)
{
    if (meter.used >= meter.badAt)
        return t.bad;
    return meter.used >= meter.warnAt ? t.warn : t.accent;
}

void paintMeter(QPainter &painter, const Tokens &t, const QRectF &rect, const Meter &meter)
{
    const double half = rect.height() / 2;
    const bool rtl = QGuiApplication::isRightToLeft();
    box(painter, rect, {blend(t.raised, t.edge, 0.28), Qt::transparent, half});
    QRectF used = rect;
    used.setWidth(std::max(rect.height(), rect.width() * std::min(1.0, meter.used)));
    if (rtl)
        used.moveRight(rect.right());
    if (meter.used > 0)
        box(painter, used, {meterColor(t, meter), Qt::transparent, half});
    if (meter.expected < 0)
        return;
    const double at = rect.width() * std::min(1.0, meter.expected);
    const double x = rtl ? rect.right() - at : rect.left() + at;
    painter.fillRect(QRectF(x - 2, rect.top(), 3, rect.height()), t.raised);
    painter.fillRect(QRectF(x - 1, rect.top() - 2, 1, rect.height() + 4), t.text);
}

} // namespace kit
