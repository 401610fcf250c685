// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/popover.h"
#include "kit/controls.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kit {

Popover::Popover(const QString &title, QWidget *content, QWidget *window) : QFrame(window)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::m, space::l);
    column->setSpacing(space::m);
    column->addWidget(label(title, Type::Strong));
    column->addWidget(content);
    setAccessibleName(title);
    setFocusPolicy(Qt::ClickFocus);
    hide();
}

void Popover::openAt(QWidget *anchor)
{
    m_anchor = anchor;
    qApp->installEventFilter(this);
    place();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void Popover::place()
{
    const QRect around = parentWidget()->rect().adjusted(space::s, space::s, -space::s, -space::s);
    const QRect anchor(m_anchor->mapTo(parentWidget(), QPoint(0, 0)), m_anchor->size());
    resize(qMin(scaled(380), around.width()), qMin(sizeHint().height(), around.height()));
    const bool above = anchor.top() - height() - space::xs >= around.top();
    const int y = above ? anchor.top() - height() - space::xs : anchor.bottom() + space::xs;
    const int wanted = layoutDirection() == Qt::RightToLeft ? anchor.left() : anchor.right() - width();
    move(qBound(around.left(), wanted, qMax(around.left(), around.right() - width())),
        qMin(y, around.bottom() - height()));
}

void Popover::close()
{
    qApp->removeEventFilter(this);
    const bool had = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    if (had && m_anchor)
        m_anchor->setFocus(Qt::PopupFocusReason);
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        auto *hit = static_cast<QWidget *>(watched);
        if (hit != this && !isAncestorOf(hit) && hit->window() == window())
            close();
    }
    return QFrame::eventFilter(watched, event);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    close();
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.edge, space::radiusCard});
}

} // namespace kit
