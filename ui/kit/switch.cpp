// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/switch.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include <QPainter>

namespace kit {

Switch::Switch(const QString &name, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(name);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const QRect track(2, (height() - 18) / 2, 32, 18);
    const bool on = isChecked();
    const QColor fill = !isEnabled() ? t.sunken : on ? t.accentFill : t.raised;
    box(painter, track, {fill, isEnabled() ? (on ? t.accentFill : t.edge) : t.line, 9});
    const bool right = on != (layoutDirection() == Qt::RightToLeft);
    const QRect knob(right ? track.right() - 15 : track.left() + 2, track.top() + 2, 14, 14);
    box(painter, knob, {on ? t.onAccent : t.edge, Qt::transparent, 7});
    if (on)
        paintGlyph(painter, Glyph::Check, centred(knob, 10), t.accentFill);
    if (hasFocus())
        focusRing(painter, t, QRectF(rect()).adjusted(0, 1, 0, -1), 11);
}

} // namespace kit
