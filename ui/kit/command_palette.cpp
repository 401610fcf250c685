// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/command_palette.h"
#include "kit/cells.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace kit {

namespace {

enum CommandRole { Id = Qt::UserRole + 1, Shortcut, Haystack };

class CommandCell final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {10, qMax(34, option.fontMetrics.height() + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens &t = tokensOf(option.widget);
        const QRect body = option.rect.adjusted(space::s, 1, -space::s, -1);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            box(*painter, body,
                {option.state & QStyle::State_Selected ? t.accentSoft : t.hover, Qt::transparent, space::radius});
        const QRect inner = body.adjusted(space::s, 0, -space::s, 0);
        paintGlyph(
            *painter, Glyph(index.data(cell::Mark).toInt()), centred(atStart(inner, iconSide()), iconSide()), t.muted);
        const bool rtl = option.direction == Qt::RightToLeft;
        const int side = int(Qt::AlignVCenter) | int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft));
        QRect words = inner.adjusted(rtl ? 0 : iconSide() + 12, 0, rtl ? -iconSide() - 12 : 0, 0);
        painter->setFont(option.font);
        painter->setPen(t.text);
        painter->drawText(words, side, index.data().toString());
        const int used = painter->fontMetrics().horizontalAdvance(index.data().toString()) + space::s;
        painter->setPen(t.muted);
        painter->drawText(
            words.adjusted(rtl ? 0 : used, 0, rtl ? -used : 0, 0), side, index.data(cell::Note).toString());
        paintKeys(*painter, t, inner, index.data(Shortcut).toString());
        painter->restore();
    }

private:
    static void paintKeys(QPainter &painter, const Tokens &t, const QRect &inner, const QString &keys)
    {
        if (keys.isEmpty())
            return;
        painter.setFont(font(Type::Caption));
        const int width = painter.fontMetrics().horizontalAdvance(keys) + space::m;
        const QRect cap = atEnd(inner, width).adjusted(0, 6, 0, -6);
        box(painter, cap, {t.sunken, t.line, space::radiusSmall});
        painter.drawText(cap, Qt::AlignCenter, keys);
    }
};

// The commands that hold what is typed: first the one that is called so, then those that begin so, else as they came.
class FoundCommands final : public QSortFilterProxyModel
{
public:
    explicit FoundCommands(QObject *owner) : QSortFilterProxyModel(owner)
    {
        setFilterRole(Haystack);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        sort(0);
    }
    void find(const QString &typed)
    {
        m_typed = typed.trimmed();
        setFilterFixedString(m_typed);
        invalidate();
    }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        return std::pair(distance(left), left.row()) < std::pair(distance(right), right.row());
    }

private:
    int distance(const QModelIndex &index) const
    {
        const QString title = index.data().toString();
        if (!title.startsWith(m_typed, Qt::CaseInsensitive))
            return 2;
        return title.size() == m_typed.size() ? 0 : 1;
    }

    QString m_typed;
};

} // namespace

CommandPalette::CommandPalette(const QString &placeholder, QWidget *window)
    : QFrame(window)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_found(new FoundCommands(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(tr("Command"));
    m_field->addAction(icon(Glyph::Search, Ink::Muted), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(36);
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new CommandCell(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_found->setSourceModel(m_model);
    m_list->setModel(m_found);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        static_cast<FoundCommands *>(m_found)->find(text);
        m_list->setCurrentIndex(m_found->index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open(const QList<Command> &commands)
{
    m_model->clear();
    for (const Command &command : commands) {
        auto *item = new QStandardItem(command.title);
        item->setData(command.id, Id);
        item->setData(command.shortcut, Shortcut);
        item->setData(command.context, cell::Note);
        item->setData(int(command.glyph), cell::Mark);
        item->setData(command.title + u' ' + command.context, Haystack);
        m_model->appendRow(item);
    }
    m_field->clear();
    m_list->setCurrentIndex(m_found->index(0, 0));
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const QSize around = parentWidget()->size();
    const int width = qMin(640, around.width() - 2 * space::xl);
    setGeometry((around.width() - width) / 2, qMax(48, around.height() / 8), width,
        qMin(m_field->sizeHint().height() + 24 + m_found->rowCount() * qMax(34, fontMetrics().height() + 16) + space::l,
            around.height() / 2 + 80));
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    hide();
    emit chosen(index.data(Id).toString());
}

void CommandPalette::move(int by)
{
    const int row = qBound(0, m_list->currentIndex().row() + by, m_found->rowCount() - 1);
    m_list->setCurrentIndex(m_found->index(row, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == parentWidget() && event->type() == QEvent::MouseButtonPress)
        hide();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.raised, t.edge, space::radiusCard});
}

} // namespace kit
