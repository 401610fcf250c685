// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/filter_header.h"
#include "kit/icons.h"
#include "kit/space.h"
#include "kit/table.h"
#include "kit/table_tools.h"
#include "kit/type.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>

namespace kit {

FilterHeader *FilterHeader::onto(Table *table, const QList<int> &columns)
{
    auto *made = new FilterHeader(table, columns);
    table->setHorizontalHeader(made);
    made->setSectionResizeMode(Interactive);
    for (int column : columns)
        made->addField(column);
    made->place();
    return made;
}

FilterHeader::FilterHeader(Table *table, const QList<int> &columns)
    : QHeaderView(Qt::Horizontal, table), m_table(table), m_columns(columns)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setMinimumSectionSize(32);
    setTextElideMode(Qt::ElideRight);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place, Qt::QueuedConnection); // after all moved
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::place);
    connect(table, &Table::columnsShownChanged, this, &FilterHeader::place, Qt::QueuedConnection);
    auto *find = new QShortcut(QKeySequence::Find, table, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        setShown(true);
        if (QLineEdit *first = field(m_columns.value(0)))
            first->setFocus(Qt::ShortcutFocusReason);
    });
}

void FilterHeader::addField(int column)
{
    const QString head = model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    auto *made = new QLineEdit(this);
    made->setAccessibleName(tr("Filter %1").arg(head));
    made->setFont(kit::font(Type::Caption));
    made->setClearButtonEnabled(true);
    if (m_fields.isEmpty())
        made->addAction(icon(Glyph::Filter, Ink::Muted), QLineEdit::LeadingPosition);
    made->installEventFilter(this);
    m_fields.insert(column, made);
    connect(made, &QLineEdit::textChanged, this, [this, column](const QString &needle) {
        if (auto *filter = qobject_cast<ColumnFilter *>(m_table->model()))
            filter->setNeedle(column, needle);
    });
}

void FilterHeader::setShown(bool shown)
{
    m_shown = shown;
    if (!shown)
        for (QLineEdit *each : std::as_const(m_fields))
            each->clear(); // no hidden filter
    updateGeometries();
    emit geometriesChanged();
}

int FilterHeader::fieldHeight() const
{
    return m_shown ? qMax(space::controlSmall, QFontMetrics(kit::font(Type::Caption)).height() + 8) : 0;
}

QSize FilterHeader::sizeHint() const
{
    const QSize words = QHeaderView::sizeHint();
    return {words.width(), words.height() + (m_shown ? fieldHeight() + space::s : 0)};
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_shown ? fieldHeight() + space::s : 0);
    QHeaderView::updateGeometries();
    place();
}

void FilterHeader::place()
{
    const int y = QHeaderView::sizeHint().height() + space::xs;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const int column = it.key();
        const bool first = visualIndex(column) == 0;
        const int gap = first ? space::s : space::xs;
        it.value()->setVisible(m_shown && !isSectionHidden(column));
        it.value()->setGeometry(
            sectionViewportPosition(column) + gap, y, sectionSize(column) - gap - space::xs, fieldHeight());
    }
}

bool FilterHeader::event(QEvent *event)
{
    const bool done = QHeaderView::event(event);
    if (event->type() == QEvent::Paint && m_shown) { // below the viewport, so not in its paint event
        QPainter painter(this);
        painter.fillRect(0, height() - 1, width(), 1, tokensOf(this).line);
    }
    return done;
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (!edit || event->type() != QEvent::KeyPress)
        return QHeaderView::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !edit->text().isEmpty())
        return edit->clear(), true;
    if (key == Qt::Key_Down || key == Qt::Key_Return)
        return m_table->setFocus(Qt::OtherFocusReason), true;
    return false;
}

} // namespace kit
