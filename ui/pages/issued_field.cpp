// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/issued_field.h"
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace pages {

IssuedField::IssuedField(const QString &text) : QLineEdit(text)
{
    setReadOnly(true);
    setDragEnabled(false);
}

void IssuedField::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy) && !event->matches(QKeySequence::Cut))
        return QLineEdit::keyPressEvent(event);
    emit copyWanted();
    event->accept();
}

void IssuedField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &IssuedField::copyWanted);
    menu->popup(event->globalPos());
}

void IssuedField::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void IssuedField::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
}

void IssuedField::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void IssuedField::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace pages
