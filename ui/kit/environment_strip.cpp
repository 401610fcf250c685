// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/environment_strip.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace kit {

static constexpr int thin = 3;

EnvironmentStrip::EnvironmentStrip(Environment environment, const QString &name, const QString &note, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_name(name), m_note(note), m_row(new QHBoxLayout(this))
{
    const bool full = environment == Environment::Production;
    setFixedHeight(full ? qMax(space::row, fontMetrics().height() + 14) : thin);
    m_row->setContentsMargins(space::m, 0, space::m, 0);
    m_row->addStretch(1);
    setAccessibleName(name);
    setAccessibleDescription(note);
}

QPushButton *EnvironmentStrip::addAction(const QString &verb)
{
    QPushButton *made = button(verb, Role::OnEnvironment);
    made->setFixedHeight(space::controlSmall);
    m_row->addWidget(made);
    return made;
}

void EnvironmentStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    painter.fillRect(rect(), environmentColor(t, m_environment));
    if (m_environment != Environment::Production)
        return;
    QRect rest = rect().adjusted(space::l, 0, -space::l, 0);
    const QRect mark = centred(atStart(rest, iconSide()), iconSide());
    paintGlyph(painter, Glyph::Lock, mark, t.onEnvironment);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int side = int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft));
    const int step = iconSide() + space::s;
    rest.adjust(rtl ? 0 : step, 0, rtl ? -step : 0, 0);
    painter.setPen(t.onEnvironment);
    painter.setFont(kit::font(Type::Strong));
    painter.drawText(rest, side, m_name);
    const int used = painter.fontMetrics().horizontalAdvance(m_name) + space::m;
    painter.setFont(kit::font(Type::Body));
    rest.adjust(rtl ? 0 : used, 0, rtl ? -used : 0, 0);
    painter.drawText(rest, side, m_note);
}

} // namespace kit
