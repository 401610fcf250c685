// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/tokens.h"
#include <QList>
#include <QRectF>

class QPainter;

// Small data marks drawn in cells and cards: a line, a bar against a limit, columns.
namespace kit {

// NaN is a gap; nothing is drawn where nothing happened. The last point gets a dot; the area below a faint wash.
void paintSpark(QPainter &painter, const QRectF &rect, const QList<double> &values, const QColor &color);

struct Meter
{
    double used = 0; // share of the limit, may exceed 1
    double expected = -1; // share that would be usual by now: a tick; negative for none
    double warnAt = 0.8;
    double badAt = 0.95;
};

QColor meterColor(const Tokens &tokens, const Meter &meter);
void paintMeter(QPainter &painter, const Tokens &tokens, const QRectF &rect, const Meter &meter);

} // namespace kit
