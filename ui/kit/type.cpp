// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/type.h"
#include <cmath>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace kit {

static QFont scaled(QFont font, double factor, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

static QFont mono(double factor)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QGuiApplication::font().pointSizeF() * factor);
    return font;
}

QFont font(Type type)
{
    const QFont base = QGuiApplication::font();
    switch (type) {
    case Type::Caption:
        return scaled(base, 0.85);
    case Type::Body:
        return base;
    case Type::Strong:
        return scaled(base, 1.0, QFont::DemiBold);
    case Type::Title:
        return scaled(base, 1.1, QFont::DemiBold);
    case Type::Page:
        return scaled(base, 1.5, QFont::DemiBold);
    case Type::Figure:
        return figures(scaled(base, 1.7, QFont::DemiBold));
    case Type::Mono:
        return mono(0.95);
    case Type::MonoSmall:
        return mono(0.85);
    }
    return base;
}

static double fontScale()
{
    const QFont base = QGuiApplication::font();
    const QScreen *screen = QGuiApplication::primaryScreen();
    const double dpi = screen ? screen->logicalDotsPerInchY() : 96;
    const double pixels = base.pixelSize() > 0 ? base.pixelSize() : base.pointSizeF() * dpi / 72;
    return qMax(1.0, pixels / 13.4);
}

int scaled(int pixels)
{
    return int(std::lround(pixels * fontScale()));
}

int iconSide()
{
    return qBound(16, int(16 * fontScale()) / 4 * 4, 32);
}

bool hasTabularFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double one = metrics.horizontalAdvance(u'1');
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        if (qAbs(metrics.horizontalAdvance(QChar(digit)) - one) > 0.01)
            return false;
    return true;
}

QFont figures(const QFont &font)
{
    if (hasTabularFigures(font))
        return font;
    for (const QString &family : {u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s}) {
        QFont other = font;
        other.setFamily(family);
        if (QFontDatabase::hasFamily(family) && hasTabularFigures(other))
            return other;
    }
    return font;
}

} // namespace kit
