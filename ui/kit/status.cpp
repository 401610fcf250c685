// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/status.h"
#include "kit/icons.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QFontMetrics>
#include <QPainter>

namespace kit {

Glyph glyphOf(Status status)
{
    switch (status) {
    case Status::Neutral:
        return Glyph::Idle;
    case Status::Ok:
        return Glyph::Ok;
    case Status::Warn:
        return Glyph::Warn;
    case Status::Bad:
        return Glyph::Bad;
    case Status::Info:
        return Glyph::Info;
    case Status::Demo:
        return Glyph::Demo;
    case Status::Running:
        return Glyph::Running;
    case Status::Pending:
        return Glyph::Pending;
    case Status::Skipped:
        return Glyph::Skipped;
    case Status::Unknown:
        return Glyph::Unknown;
    case Status::Draft:
        return Glyph::Draft;
    case Status::Locked:
        return Glyph::Lock;
    }
    return Glyph::Unknown;
}

QColor inkOf(const Tokens &t, Status status)
{
    switch (status) {
    case Status::Ok:
        return t.ok;
    case Status::Warn:
        return t.warn;
    case Status::Bad:
        return t.bad;
    case Status::Info:
    case Status::Running:
        return t.info;
    case Status::Demo:
        return t.demo;
    case Status::Draft:
        return t.accent;
    default:
        return t.muted;
    }
}

QColor softOf(const Tokens &t, Status status)
{
    switch (status) {
    case Status::Ok:
        return t.okSoft;
    case Status::Warn:
        return t.warnSoft;
    case Status::Bad:
        return t.badSoft;
    case Status::Info:
    case Status::Running:
        return t.infoSoft;
    case Status::Demo:
        return t.demoSoft;
    case Status::Draft:
        return t.accentSoft;
    default:
        return t.sunken;
    }
}

static int glyphSize()
{
    return iconSide() - 2;
}

QSize pillSize(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text) + glyphSize() + space::xs + 2 * space::s, metrics.height() + space::xs};
}

void paintPill(QPainter &painter, const Tokens &t, const QRect &rect, Status status, const QString &text)
{
    const QColor color = inkOf(t, status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.scheme == Scheme::HighContrast ? QPen(color) : QPen(Qt::NoPen));
    painter.setBrush(softOf(t, status));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2.0, rect.height() / 2.0);
    const bool rtl = painter.layoutDirection() == Qt::RightToLeft;
    const int side = glyphSize();
    QRect mark(0, 0, side, side);
    mark.moveTop(rect.top() + (rect.height() - glyphSize()) / 2);
    mark.moveLeft(rtl ? rect.right() - space::s - glyphSize() + 2 : rect.left() + space::s - 1);
    paintGlyph(painter, glyphOf(status), mark, color);
    const int inset = space::s + glyphSize() + space::xs - 1;
    painter.setPen(color);
    painter.drawText(rect.adjusted(rtl ? space::s : inset, 0, rtl ? -inset : -space::s, 0),
        int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft)), text);
    painter.restore();
}

} // namespace kit
