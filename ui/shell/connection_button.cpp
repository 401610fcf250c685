// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connection_button.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace shell {

using namespace kit;

static QString initialsOf(const QString &name)
{
    QString out;
    bool start = true;
    for (const QChar c : name) {
        if (start && c.isLetterOrNumber())
            out += c.toUpper();
        start = !c.isLetterOrNumber();
    }
    return out.size() > 1 ? out.left(2) : name.left(2).toUpper();
}

ConnectionButton::ConnectionButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(u"connection"_s);
}

void ConnectionButton::show(const QString &name, const QString &note, kit::Environment environment)
{
    m_name = name;
    m_note = note;
    m_environment = environment;
    setAccessibleName(tr("Switch connection, now %1").arg(name));
    setAccessibleDescription(note);
    setToolTip(tr("Switch connection"));
    update();
}

void ConnectionButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
}

QSize ConnectionButton::sizeHint() const
{
    const int side = scaled(32);
    const int words = QFontMetrics(kit::font(Type::Strong)).height() + QFontMetrics(kit::font(Type::Caption)).height();
    return {m_narrow ? side + 2 * space::m : 200, qMax(side, words) + space::m + space::s};
}

void ConnectionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const QRect body = rect().adjusted(space::xs, space::xs, -space::xs, 0);
    if (underMouse())
        box(painter, body, {t.hover, Qt::transparent, space::radius});
    const int side = scaled(32);
    QRect inner = body.adjusted(space::s, space::xs, -space::s, -space::xs);
    const QRect badge = m_narrow ? centred(inner, side) : centred(atStart(inner, side), side);
    box(painter, badge, {environmentColor(t, m_environment), Qt::transparent, space::radius});
    painter.setFont(kit::font(Type::Strong));
    painter.setPen(t.onEnvironment);
    painter.drawText(badge, Qt::AlignCenter, initialsOf(m_name));
    if (!m_narrow)
        paintWords(painter, inner);
    if (hasFocus())
        focusRing(painter, t, body, space::radius);
}

void ConnectionButton::paintWords(QPainter &painter, const QRect &in) const
{
    const Tokens &t = tokensOf(this);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    paintGlyph(painter, Glyph::ChevronDown, centred(atEnd(in, iconSide()), iconSide()), t.muted);
    const int start = scaled(32) + space::s;
    const int end = iconSide() + space::xs;
    const QRect words = in.adjusted(rtl ? end : start, 0, rtl ? -start : -end, 0);
    const int side = int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft));
    painter.setFont(kit::font(Type::Strong));
    painter.setPen(t.text);
    const QFontMetrics strong = painter.fontMetrics();
    const QFontMetrics caption(kit::font(Type::Caption));
    const int top = words.top() + (words.height() - strong.height() - caption.height()) / 2;
    painter.drawText(QRect(words.left(), top, words.width(), strong.height()), side,
        strong.elidedText(m_name, Qt::ElideRight, words.width()));
    painter.setFont(kit::font(Type::Caption));
    painter.setPen(t.muted);
    painter.drawText(QRect(words.left(), top + strong.height(), words.width(), caption.height()), side,
        caption.elidedText(m_note, Qt::ElideRight, words.width()));
}

} // namespace shell
