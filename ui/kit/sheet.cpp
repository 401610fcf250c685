// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/sheet.h"
#include "kit/controls.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QApplication>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace kit {

namespace {

class SheetCard final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokensOf(this);
        box(painter, rect(), {t.raised, t.edge, space::radiusCard});
    }
    void mousePressEvent(QMouseEvent *) override {} // not through to what lies below
};

QLayout *headOf(Sheet *sheet, const QString &title, const QString &note)
{
    QToolButton *close = iconButton(Glyph::Close, Sheet::tr("Close"));
    QObject::connect(close, &QToolButton::clicked, sheet, &Sheet::closeWanted);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(elided(title, Type::Title));
    if (!note.isEmpty())
        words->addWidget(elided(note, Type::Caption, Ink::Muted));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(reading(space::xl, space::l, space::m, space::s));
    head->addLayout(words, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    return head;
}

} // namespace

Sheet::Sheet(const QString &title, const QString &note, QWidget *window)
    : QWidget(window), m_card(new SheetCard(this)), m_body(new QVBoxLayout), m_foot(new QHBoxLayout)
{
    setAccessibleName(title);
    setAccessibleDescription(note);
    auto *content = new QWidget;
    auto *upper = new QVBoxLayout(content);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->addLayout(m_body);
    upper->addStretch(1);
    content->installEventFilter(this);
    m_content = content;
    m_body->setContentsMargins(space::xl, space::xs, space::xl, space::l);
    m_body->setSpacing(space::m);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_foot->setContentsMargins(space::xl, space::m, space::xl, space::l);
    m_foot->setSpacing(space::s);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(headOf(this, title, note));
    column->addWidget(area, 1);
    column->addLayout(m_foot);
    window->installEventFilter(this);
    hide();
}

void Sheet::setWidth(int width)
{
    m_width = width;
    place();
}

void Sheet::open()
{
    if (QWidget *now = QApplication::focusWidget(); now && !isAncestorOf(now))
        m_before = now;
    place();
    show();
    place(); // wrapped text knows its height only now
    raise();
    step(m_content, true); // the first field, not the cross
}

void Sheet::place()
{
    setGeometry(parentWidget()->rect());
    const int room = width() - 2 * space::l;
    const int wide = qMin(scaled(m_width), room);
    const QLayout *column = m_card->layout();
    const int chrome = column->itemAt(0)->sizeHint().height() + column->itemAt(2)->sizeHint().height() + 2;
    if (m_content->width() != wide - 2)
        m_content->resize(wide - 2, m_content->height());
    m_content->layout()->activate();
    const int wanted = chrome + m_content->layout()->totalSizeHint().height();
    const int high = qMin(wanted, height() - 2 * space::xl);
    m_card->setGeometry((width() - wide) / 2, qMax(space::xl, (height() - high) * 2 / 5), wide, high);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, tokensOf(this).scheme == Scheme::Light ? 90 : 150));
}

void Sheet::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && isAncestorOf(QApplication::focusWidget()))
        leave();
}

// What had the focus may be gone by now: then to what comes next in the window.
void Sheet::leave()
{
    if (m_before && m_before->isVisible() && m_before->isEnabled())
        return m_before->setFocus(Qt::OtherFocusReason);
    for (QWidget *next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        const bool usable = next->isVisible() && next->isEnabled() && !isAncestorOf(next) && !next->focusProxy();
        if (usable && next->window() == window() && next->focusPolicy() & Qt::TabFocus)
            return next->setFocus(Qt::OtherFocusReason);
    }
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeWanted();
    event->accept(); // no shortcut of the page below
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_content && event->type() == QEvent::LayoutRequest && isVisible())
        QMetaObject::invokeMethod(this, &Sheet::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *now = QApplication::focusWidget();
    step(now && isAncestorOf(now) ? now : m_content, next);
    return true;
}

void Sheet::step(QWidget *now, bool next)
{
    QWidget *candidate = now;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        const bool inside = isAncestorOf(candidate) && candidate->isVisibleTo(this) && candidate->isEnabled();
        if (inside && candidate->focusPolicy() & Qt::TabFocus && !candidate->focusProxy()) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    } while (candidate != now);
}

} // namespace kit
