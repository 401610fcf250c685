// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chips.h"
#include "kit/flow_layout.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QKeyEvent>
#include <QPainter>

namespace kit {

static int crossSize()
{
    return iconSide() - 4;
}

Chip::Chip(const QString &value, bool removable, QWidget *parent) : QAbstractButton(parent), m_removable(removable)
{
    setText(value);
    setFont(kit::font(Type::MonoSmall));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(removable ? Qt::TabFocus : Qt::NoFocus);
    setAccessibleName(removable ? tr("Remove %1").arg(value) : value);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (removable)
        connect(this, &QAbstractButton::clicked, this, &Chip::removed);
}

QSize Chip::sizeHint() const
{
    const int cross = m_removable ? crossSize() + space::xs : 0;
    return {fontMetrics().horizontalAdvance(text()) + 2 * space::s + cross,
        qMax(space::controlSmall, fontMetrics().height() + 8)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const bool hot = underMouse() && m_removable;
    box(painter, rect(), {hot ? t.hover : t.sunken, blend(t.line, t.edge, 0.35), space::radiusSmall});
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    painter.setPen(t.text);
    painter.drawText(rect().adjusted(space::s, 0, -space::s, 0),
        int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft)), text());
    if (m_removable)
        paintGlyph(painter, Glyph::Close,
            centred(atEnd(rect().adjusted(space::xs, 0, -space::xs, 0), crossSize()), crossSize()),
            hot ? t.bad : t.muted);
    if (hasFocus())
        focusRing(painter, t, rect(), space::radiusSmall);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return click();
    QAbstractButton::keyPressEvent(event);
}

ChipField::ChipField(const QString &name, QWidget *parent) : QWidget(parent), m_flow(new FlowLayout(space::xs))
{
    setLayout(m_flow);
    setAccessibleName(name);
}

void ChipField::setValues(const QStringList &values)
{
    qDeleteAll(findChildren<Chip *>());
    if (m_add)
        m_flow->removeWidget(m_add);
    for (const QString &value : values) {
        auto *chip = new Chip(value, true, this);
        connect(chip, &Chip::removed, this, [this, chip] {
            chip->hide(); // moves the focus on
            chip->setParent(nullptr);
            chip->deleteLater();
            emit changed();
        });
        m_flow->addWidget(chip);
    }
    if (m_add)
        m_flow->addWidget(m_add);
}

QStringList ChipField::values() const
{
    QStringList out;
    for (const Chip *chip : findChildren<Chip *>())
        out << chip->text();
    return out;
}

void ChipField::setAddControl(QWidget *control)
{
    m_add = control;
    control->setFixedHeight(Chip({}).sizeHint().height());
    m_flow->addWidget(control);
}

} // namespace kit
