// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace kit {

static bool pointsSideways(Glyph glyph)
{
    switch (glyph) {
    case Glyph::ChevronLeft:
    case Glyph::ChevronRight:
    case Glyph::ArrowRight:
    case Glyph::Undo:
    case Glyph::Aliases:
    case Glyph::Migration:
    case Glyph::Requests:
        return QGuiApplication::isRightToLeft();
    default:
        return false;
    }
}

static QPixmap render(Glyph glyph, QSize pixels, const QColor &color)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer svg(u":/kit/icons/"_s + QLatin1StringView(fileName(glyph)) + u".svg"_s);
    svg.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    return QPixmap::fromImage(pointsSideways(glyph) ? image.mirrored(true, false) : image);
}

static QPixmap cached(Glyph glyph, QSize pixels, const QColor &color)
{
    const QString key = u"kit/%1/%2x%3/%4/%5"_s.arg(int(glyph))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba())
                            .arg(pointsSideways(glyph));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = render(glyph, pixels, color);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRect &rect, const QColor &color)
{
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = cached(glyph, (QSizeF(rect.size()) * ratio).toSize(), color);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

namespace {

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Ink color) : m_glyph(glyph), m_ink(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, m_glyph, rect, colorFor(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return cached(m_glyph, size, colorFor(mode));
    }
    QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_ink); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return ink(tokensOf(nullptr), mode == QIcon::Disabled ? Ink::Faint : m_ink);
    }

    Glyph m_glyph;
    Ink m_ink;
};

} // namespace

QIcon icon(Glyph glyph, Ink color)
{
    return QIcon(new GlyphEngine(glyph, color));
}

} // namespace kit
