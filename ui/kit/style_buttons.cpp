// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/style.h"
#include "kit/type.h"
#include <QPainter>
#include <QStyleOption>

namespace kit {

static QColor shaded(const Tokens &t, const QColor &fill, QStyle::State state)
{
    const QColor over = t.scheme == Scheme::Light ? QColor(Qt::black) : QColor(Qt::white);
    if (state & QStyle::State_Sunken)
        return blend(fill, over, 0.16);
    return state & QStyle::State_MouseOver ? blend(fill, over, 0.08) : fill;
}

static Box pushBox(const Tokens &t, Role role, QStyle::State state)
{
    if (!(state & QStyle::State_Enabled))
        return {t.surface, t.line, space::radius};
    switch (role) {
    case Role::Primary:
        return {shaded(t, t.accentFill, state), Qt::transparent, space::radius};
    case Role::Quiet:
        return {state & (QStyle::State_MouseOver | QStyle::State_Sunken) ? t.hover : QColor(Qt::transparent),
            Qt::transparent, space::radius};
    case Role::OnEnvironment:
        return {Qt::transparent, t.onEnvironment, space::radiusSmall};
    default:
        return {shaded(t, t.raised, state), blend(t.line, t.edge, 0.45), space::radius};
    }
}

void Style::drawPushButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const Role role = roleOf(widget);
    const QRectF rect = option.rect;
    const bool focus = option.state & State_HasFocus;
    if (focus && role == Role::Primary) {
        focusRing(painter, m_tokens, rect, space::radius);
        return box(painter, rect.adjusted(3, 3, -3, -3), {m_tokens.accentFill, Qt::transparent, space::radiusSmall});
    }
    box(painter, rect, pushBox(m_tokens, role, option.state));
    if (focus && role == Role::OnEnvironment)
        box(painter, rect, {Qt::transparent, m_tokens.onEnvironment, space::radiusSmall, 3});
    else if (focus)
        focusRing(painter, m_tokens, rect, space::radius);
}

void Style::drawButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const
{
    const bool rtl = option.direction == Qt::RightToLeft;
    const QFontMetrics &metrics = option.fontMetrics;
    const int mark = option.icon.isNull() ? 0 : iconSide() + (option.text.isEmpty() ? 0 : 6);
    const int room = option.rect.width() - 2 * space::s - mark;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int words = metrics.size(Qt::TextShowMnemonic, text).width();
    QRect whole(0, 0, mark + words, option.rect.height());
    whole.moveCenter(option.rect.center());
    if (mark > 0) {
        const QIcon::Mode mode = option.state & State_Enabled ? QIcon::Normal : QIcon::Disabled;
        option.icon.paint(&painter, centred(atStart(whole, iconSide()), iconSide()), Qt::AlignCenter, mode);
    }
    painter.setPen(buttonInk(m_tokens, roleOf(widget), option.state));
    painter.drawText(whole.adjusted(rtl ? 0 : mark, 0, rtl ? -mark + 1 : 1, 0),
        int(Qt::AlignCenter) | int(Qt::TextShowMnemonic), text);
}

void Style::drawToolButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const QRectF rect = option.rect;
    const bool on = option.state & State_On;
    const bool hot = option.state & (State_MouseOver | State_Sunken) && option.state & State_Enabled;
    if (roleOf(widget) == Role::Segment) {
        if (on)
            box(painter, rect, {m_tokens.raised, blend(m_tokens.line, m_tokens.edge, 0.45), space::radiusSmall});
        else if (hot)
            box(painter, rect, {m_tokens.hover, Qt::transparent, space::radiusSmall});
    } else if (roleOf(widget) == Role::Normal && !(option.state & State_AutoRaise)) {
        box(painter, rect, pushBox(m_tokens, Role::Normal, option.state));
    } else if (on || hot) {
        box(painter, rect, {on ? m_tokens.accentSoft : m_tokens.hover, Qt::transparent, space::radius});
    }
}

static Box indicatorBox(const Tokens &t, QStyle::State state, bool filled)
{
    if (!(state & QStyle::State_Enabled))
        return {t.surface, t.line};
    return {filled ? t.accentFill : t.raised, filled ? t.accentFill : t.edge};
}

void Style::drawCheck(const QStyleOption &option, QPainter &painter) const
{
    const QRect r = centred(option.rect, iconSide());
    const bool filled = option.state & (State_On | State_NoChange);
    Box look = indicatorBox(m_tokens, option.state, filled);
    look.radius = space::radiusSmall;
    box(painter, r, look);
    const QColor mark = option.state & State_Enabled ? m_tokens.onAccent : m_tokens.faint;
    if (filled)
        paintGlyph(
            painter, option.state & State_NoChange ? Glyph::Remove : Glyph::Check, centred(r, iconSide() - 4), mark);
}

void Style::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const QRect r = centred(option.rect, iconSide());
    const bool filled = option.state & State_On;
    Box look = indicatorBox(m_tokens, option.state, filled);
    look.radius = r.width() / 2.0;
    box(painter, r, look);
    if (filled)
        box(painter, centred(r, iconSide() - 10), {m_tokens.onAccent, Qt::transparent, 3});
}

} // namespace kit
