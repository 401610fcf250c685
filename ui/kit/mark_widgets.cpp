// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/mark_widgets.h"
#include <QPainter>

namespace kit {

Spark::Spark(QList<double> values, const QString &summary, Ink color, QWidget *parent)
    : QWidget(parent), m_values(std::move(values)), m_ink(color)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Course"));
    setAccessibleDescription(summary);
}

void Spark::tell(QList<double> values, const QString &summary, Ink color)
{
    m_values = std::move(values);
    m_ink = color;
    setAccessibleDescription(summary);
    update();
}

void Spark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSpark(painter, rect(), m_values, ink(tokensOf(this), m_ink));
}

MeterBar::MeterBar(Meter meter, const QString &summary, QWidget *parent) : QWidget(parent), m_meter(meter)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Used share"));
    setAccessibleDescription(summary);
}

void MeterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF bar(0, (height() - 6) / 2.0, width(), 6);
    paintMeter(painter, tokensOf(this), bar, m_meter);
}

} // namespace kit
