// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace kit {

Card::Card(const QString &title, QWidget *parent) : QFrame(parent), m_head(new QHBoxLayout), m_body(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(m_head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(space::s);
    if (!title.isEmpty()) {
        m_head->setContentsMargins(reading(space::l - 1, space::s - 1, space::s - 1, space::xs));
        m_title = elided(title, Type::Strong);
        m_title->setMinimumHeight(
            qMax(space::control, fontMetrics().height() + 10)); // heads with and without controls line up
        m_head->addWidget(m_title, 1);
        setAccessibleName(title);
    }
    m_body->setContentsMargins(space::l - 1, title.isEmpty() ? space::l - 1 : 0, space::l - 1, space::l - 1);
    m_body->setSpacing(space::s);
    column->addLayout(m_body, 1);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->update();
    setAccessibleName(title);
}

void Card::addToHead(QWidget *control)
{
    m_head->addWidget(control);
}

void Card::insertInHead(QWidget *note)
{
    m_head->insertWidget(1, note);
}

void Card::setFlush()
{
    m_body->setContentsMargins(0, accessibleName().isEmpty() ? space::xs : 0, 0, space::xs);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.line, space::radiusCard});
}

} // namespace kit
