// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/paint.h"
#include <cmath>
#include <QGuiApplication>
#include <QPainter>

namespace kit {

void box(QPainter &painter, const QRectF &rect, const Box &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool line = look.border.alpha() > 0 && look.width > 0;
    painter.setPen(line ? QPen(look.border, look.width) : QPen(Qt::NoPen));
    painter.setBrush(look.fill);
    const double half = line ? look.width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), look.radius, look.radius);
    painter.restore();
}

void focusRing(QPainter &painter, const Tokens &tokens, const QRectF &rect, double radius)
{
    box(painter, rect, {Qt::transparent, tokens.focus, radius, 2});
}

QMargins reading(int start, int top, int end, int bottom)
{
    return QGuiApplication::isRightToLeft() ? QMargins(end, top, start, bottom) : QMargins(start, top, end, bottom);
}

QRect centred(const QRect &around, int side)
{
    return {around.left() + (around.width() - side) / 2, around.top() + (around.height() - side) / 2, side, side};
}

QRect atStart(const QRect &in, int width)
{
    QRect out = in;
    out.setWidth(width);
    if (QGuiApplication::isRightToLeft())
        out.moveRight(in.right());
    return out;
}

QRect atEnd(const QRect &in, int width)
{
    QRect out = in;
    out.setWidth(width);
    if (!QGuiApplication::isRightToLeft())
        out.moveRight(in.right());
    return out;
}

QColor blend(const QColor &ground, const QColor &over, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {mix(ground.red(), over.red()), mix(ground.green(), over.green()), mix(ground.blue(), over.blue())};
}

QColor buttonInk(const Tokens &tokens, Role role, QStyle::State state)
{
    if (!(state & QStyle::State_Enabled))
        return tokens.faint;
    switch (role) {
    case Role::Primary:
        return tokens.onAccent;
    case Role::Danger:
        return tokens.bad;
    case Role::OnEnvironment:
        return tokens.onEnvironment;
    case Role::Segment:
        return state & QStyle::State_On ? tokens.text : tokens.muted;
    default:
        return tokens.text;
    }
}

} // namespace kit
