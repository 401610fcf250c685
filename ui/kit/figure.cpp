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
#include <utility>

namespace kit {

Figure::Figure(const Reading &reading, QWidget *parent)
    : QAbstractButton(parent)
    , m_column(new QVBoxLayout(this))
    , m_note(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed))
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
    m_column->addSpacerItem(m_note);
    setNoteLines(1);
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
    updateGeometry(); // the row asks how many lines the note wants now
    update();
}

static QSize noteSpace(int width)
{
    return {width - space::l - space::s, QWIDGETSIZE_MAX};
}

int Figure::linesWanted(int width) const
{
    const QFontMetrics metrics(kit::font(Type::Caption));
    return metrics.horizontalAdvance(m_reading.note) > noteSpace(width).width() ? 2 : 1;
}

void Figure::setNoteLines(int lines)
{
    m_lines = lines;
    const QFontMetrics metrics(kit::font(Type::Caption));
    m_note->changeSize(0, lines * metrics.height() + space::xs, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_column->invalidate();
    updateGeometry();
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
    QStringList tip{m_reading.note, m_verb};
    tip.removeAll(QString());
    setToolTip(tip.join(QLatin1Char('\n')));
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
    const int top = m_note->geometry().top();
    const int indent = layoutDirection() == Qt::RightToLeft ? space::s : space::l;
    const QRect place(indent, top, noteSpace(width()).width(), m_note->geometry().height());
    const int side = int(Qt::AlignAbsolute | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    if (m_lines > 1)
        painter.drawText(place, side | int(Qt::AlignTop) | int(Qt::TextWordWrap), m_reading.note);
    else
        painter.drawText(place, side | int(Qt::AlignVCenter),
            painter.fontMetrics().elidedText(m_reading.note, Qt::ElideRight, place.width()));
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
    made->setNoteLines(m_lines);
    m_row->addWidget(made, 1);
    return made;
}

void FigureRow::even()
{
    int lines = 1;
    for (int i = 0; i < m_row->count(); ++i)
        lines = qMax(lines, static_cast<Figure *>(m_row->itemAt(i)->widget())->linesWanted(width() / m_row->count()));
    if (lines == std::exchange(m_lines, lines))
        return;
    for (int i = 0; i < m_row->count(); ++i)
        static_cast<Figure *>(m_row->itemAt(i)->widget())->setNoteLines(lines);
}

void FigureRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    even();
}

bool FigureRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        even();
    return QWidget::event(event);
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
