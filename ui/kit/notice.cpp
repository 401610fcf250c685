// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/notice.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kit {

Notice::Notice(Status status, const QString &title, const QString &detail, QWidget *parent)
    : QFrame(parent), m_status(status), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_actions(new QHBoxLayout)
{
    m_row->setContentsMargins(reading(space::l + iconSide() + space::s, space::s, space::s, space::s));
    m_row->setSpacing(space::s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *heading = label(title, Type::Strong);
    heading->setWordWrap(true);
    words->addWidget(heading);
    if (!detail.isEmpty()) {
        QLabel *rest = label(detail, Type::Body, Ink::Muted);
        rest->setWordWrap(true);
        words->addWidget(rest);
    }
    m_row->addLayout(words, 1);
    m_row->addLayout(m_actions);
    m_actions->setSpacing(space::s);
    m_actions->addStretch(1);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QPushButton *Notice::addAction(const QString &verb)
{
    QPushButton *made = button(verb);
    m_actions->insertWidget(m_actions->count() - 1, made);
    return made;
}

void Notice::addCloseButton()
{
    QToolButton *close = iconButton(Glyph::Close, tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    close->setParent(this);
    m_close = close;
    close->show();
    m_row->setContentsMargins(reading(space::l + iconSide() + space::s, space::s, space::control + space::s, space::s));
}

void Notice::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool narrow = width() < fontMetrics().averageCharWidth() * 60;
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (m_close)
        m_close->setGeometry(QRect(atEnd(rect().adjusted(space::xs, 0, -space::xs, 0), space::control).left(),
            space::xs, space::control, space::control));
    setFixedHeight(m_row->totalHeightForWidth(width())); // splitters and scroll areas do not ask for it
    m_row->setGeometry(rect()); // on its way to the front it hears of no further size: its words would keep the old one
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const QColor color = inkOf(t, m_status);
    box(painter, rect(),
        {softOf(t, m_status), blend(softOf(t, m_status), color, t.scheme == Scheme::HighContrast ? 1.0 : 0.3),
            space::radius});
    const QRect mark = atStart(rect().adjusted(space::m, space::m - 2, -space::m, 0), iconSide());
    paintGlyph(painter, glyphOf(m_status), QRect(mark.topLeft(), QSize(iconSide(), iconSide())), color);
}

} // namespace kit
