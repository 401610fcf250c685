// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/pill.h"
#include "kit/type.h"
#include <QPainter>

namespace kit {

Pill::Pill(Status status, const QString &text, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(kit::font(Type::Caption));
    show(status, text);
}

void Pill::show(Status status, const QString &text)
{
    m_status = status;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(font(), m_text);
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintPill(painter, tokensOf(this), rect(), m_status, m_text);
}

} // namespace kit
