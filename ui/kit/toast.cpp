// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/toast.h"
#include "kit/controls.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>

namespace kit {

Toast::Toast(const QString &text, const QString &undo, QWidget *window) : QFrame(window), m_timer(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::s);
    QLabel *words = elided(text);
    words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    row->addWidget(words, 1);
    row->addSpacing(space::l);
    QPushButton *back = button(Glyph::Undo, undo);
    auto *keys =
        new QShortcut(QKeySequence::Undo, this, back, &QPushButton::click); // a text field undoes its own first
    connect(keys, &QShortcut::activatedAmbiguously, back, &QPushButton::click);
    back->setVisible(!undo.isEmpty());
    keys->setEnabled(!undo.isEmpty());
    back->setToolTip(keys->key().toString(QKeySequence::NativeText));
    QToolButton *close = iconButton(Glyph::Close, tr("Dismiss"));
    row->addWidget(back);
    row->addWidget(close);
    setAccessibleName(text);
    connect(back, &QPushButton::clicked, this, &Toast::undone);
    connect(back, &QPushButton::clicked, this, &QObject::deleteLater);
    connect(close, &QToolButton::clicked, this, &QObject::deleteLater);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (!isAncestorOf(this->window()->focusWidget()))
            deleteLater();
    });
    m_timer->start(shownFor);
    window->installEventFilter(this);
    place();
    show();
    raise();
}

void Toast::place()
{
    setMaximumWidth(parentWidget()->width() - 2 * space::l);
    adjustSize();
    const int foot = 2 * space::xxl + space::l; // the status line, and the verbs at the foot of a form
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - foot);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_timer->stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_timer->start(shownFor);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.edge, space::radiusCard});
}

} // namespace kit
