// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/contrast.h"
#include <array>
#include <cmath>

namespace kit {

using Triple = std::array<double, 3>;

static double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

static double toGamma(double c)
{
    const double v = std::clamp(c, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

static Triple linear(const QColor &c)
{
    return {toLinear(double(c.redF())), toLinear(double(c.greenF())), toLinear(double(c.blueF()))};
}

static Triple times(const std::array<Triple, 3> &m, const Triple &v)
{
    Triple out{};
    for (size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

static Triple okLab(const QColor &color)
{
    static constexpr std::array<Triple, 3> toCone{{{0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}};
    static constexpr std::array<Triple, 3> toLab{{{0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}};
    Triple cone = times(toCone, linear(color));
    for (double &v : cone)
        v = std::cbrt(v);
    return times(toLab, cone);
}

static double luminance(const QColor &c)
{
    const Triple v = linear(c);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor seenBy(Sight sight, const QColor &color)
{
    static constexpr std::array<Triple, 3> protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr std::array<Triple, 3> deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    if (sight == Sight::Usual)
        return color;
    const Triple v = times(sight == Sight::Protan ? protan : deutan, linear(color));
    return QColor::fromRgbF(float(toGamma(v[0])), float(toGamma(v[1])), float(toGamma(v[2])));
}

double distance(const QColor &a, const QColor &b)
{
    const Triple x = okLab(a);
    const Triple y = okLab(b);
    return 100 * std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace kit
