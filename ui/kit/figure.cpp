// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/figure.h"
#include "kit/controls.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace kit {

Figure::Figure(const Reading &reading, QWidget *parent)
    : QAbstractButton(parent)
    , m_column(new QVBoxLayout(this))
    , m_name(elided({}, Type::Caption, Ink::Muted))
    , m_value(label({}, Type::Figure))
    , m_unit(label({}, Type::Caption, Ink::Muted))
{
    m_column->setContentsMargins(space::l, space::m, space::l, space::m);
    m_column->setSpacing(space::hair);
    m_column->addWidget(m_name);
    auto *value = new QHBoxLayout;
    value->setSpacing(space::xs);
    value->addWidget(m_value, 0, Qt::AlignBaseline);
    value->addWidget(m_unit, 0, Qt::AlignBaseline);
    value->addStretch(1);
    m_column->addLayout(value);
    const QFontMetrics note(kit::font(Type::Caption));
    m_column->addSpacing(note.height() + space::xs); // the note is painted: its ink may be any token
    m_column->addStretch(1);
    setVerb({});
    tell(reading);
}

void Figure::tell(const Reading &reading)
{
    m_reading = reading;
    m_name->setText(reading.name);
    m_value->setText(reading.value);
    m_unit->setText(reading.unit);
    speak();
    update();
}

void Figure::setVerb(const QString &verb)
{
    m_verb = verb;
    setFocusPolicy(verb.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, verb.isEmpty());
    setCursor(verb.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    speak();
}

void Figure::speak()
{
    const QString words = QStringLiteral("%1 %2. %3").arg(m_reading.value, m_reading.unit, m_reading.note);
    setAccessibleName(m_reading.name);
    setAccessibleDescription(m_verb.isEmpty() ? words : words + QStringLiteral(". ") + m_verb);
    setToolTip(m_verb.isEmpty() ? QString() : m_reading.note + QLatin1Char('\n') + m_verb);
}

void Figure::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void Figure::addMark(QWidget *mark)
{
    m_column->insertWidget(m_column->count() - 1, mark);
}

void Figure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(2, 2, -2, -2);
    if (!m_verb.isEmpty() && underMouse())
        box(painter, inside, {tokensOf(this).hover, Qt::transparent, space::radius});
    if (hasFocus())
        focusRing(painter, tokensOf(this), inside, space::radius);
    painter.setFont(kit::font(Type::Caption));
    painter.setPen(ink(tokensOf(this), m_reading.noteInk));
    const QRect spacer = m_column->itemAt(2)->geometry();
    const QRect line(space::l, spacer.top(), width() - space::l - space::s, spacer.height());
    const QString shown = painter.fontMetrics().elidedText(m_reading.note, Qt::ElideRight, line.width());
    painter.drawText(line,
        int(Qt::AlignVCenter) | int(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft), shown);
}

FigureRow::FigureRow(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

Figure *FigureRow::add(const Reading &reading)
{
    auto *made = new Figure(reading);
    m_row->addWidget(made, 1);
    return made;
}

void FigureRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.line, space::radiusCard});
    for (int i = 1; i < m_row->count(); ++i) {
        const QRect cell = m_row->itemAt(i)->geometry();
        const int x = layoutDirection() == Qt::RightToLeft ? cell.right() : cell.left();
        painter.fillRect(x, space::m, 1, height() - 2 * space::m, t.line);
    }
}

} // namespace kit
