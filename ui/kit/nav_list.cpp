// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/nav_list.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace kit {

namespace {

enum NavRole { Id = Qt::UserRole + 1, Mark, Badge, BadgeState, Group };

class NavCell final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool group = index.data(Group).toBool();
        const auto *list = static_cast<const NavList *>(option.widget);
        const int text = option.fontMetrics.height();
        if (group)
            return {10, list->narrow() ? space::m + 1 : text + space::l};
        return {10, qMax(30, text + 12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (index.data(Group).toBool())
            paintGroup(*painter, option, index);
        else
            paintEntry(*painter, option, index);
        painter->restore();
    }

private:
    static int side(const QStyleOptionViewItem &option)
    {
        return int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    }

    static void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const Tokens &t = tokensOf(option.widget);
        if (static_cast<const NavList *>(option.widget)->narrow())
            return painter.fillRect(
                QRect(option.rect.left() + space::m, option.rect.center().y(), option.rect.width() - 2 * space::m, 1),
                t.line);
        painter.setFont(font(Type::Caption));
        painter.setPen(t.muted);
        painter.drawText(
            option.rect.adjusted(space::m + 2, space::s, -space::m - 2, 0), side(option), index.data().toString());
    }

    static void paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const Tokens &t = tokensOf(option.widget);
        const auto *list = static_cast<const NavList *>(option.widget);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect body = option.rect.adjusted(space::s, 1, -space::s, -1);
        if (chosen || option.state & QStyle::State_MouseOver)
            box(painter, body, {chosen ? t.accentSoft : t.hover, Qt::transparent, space::radius});
        if (chosen)
            box(painter, atStart(body.adjusted(0, 6, 0, -6), 3), {t.accent, Qt::transparent, 1.5});
        if (option.state & QStyle::State_HasFocus && list->hasFocus())
            focusRing(painter, t, body, space::radius);
        const QRect mark = list->narrow()
            ? centred(body, iconSide())
            : centred(atStart(body.adjusted(space::s + 2, 0, -space::s - 2, 0), iconSide()), iconSide());
        paintGlyph(painter, Glyph(index.data(Mark).toInt()), mark, chosen ? t.accent : t.muted);
        if (list->narrow())
            return paintDot(painter, t, body, index);
        painter.setFont(chosen ? font(Type::Strong) : option.font);
        painter.setPen(t.text);
        const int badge = badgeWidth(index);
        const int inset = iconSide() + 20;
        const int end = space::s + (badge > 0 ? badge + space::xs : 0);
        const QRect words = body.adjusted(option.direction == Qt::LeftToRight ? inset : end, 0,
            option.direction == Qt::LeftToRight ? -end : -inset, 0);
        painter.drawText(words, side(option),
            painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        paintBadge(painter, t, body, index);
    }

    static int badgeWidth(const QModelIndex &index)
    {
        const QString text = index.data(Badge).toString();
        return text.isEmpty() ? 0 : qMax(20, QFontMetrics(figures(font(Type::Caption))).horizontalAdvance(text) + 12);
    }

    static void paintBadge(QPainter &painter, const Tokens &t, const QRect &body, const QModelIndex &index)
    {
        const QString text = index.data(Badge).toString();
        if (text.isEmpty())
            return;
        const auto status = Status(index.data(BadgeState).toInt());
        painter.setFont(figures(font(Type::Caption)));
        const int width = badgeWidth(index);
        const QRect pill = atEnd(body.adjusted(space::s, (body.height() - 18) / 2, -space::s, 0), width);
        const QRect shape(pill.left(), pill.top(), width, 18);
        const bool outlined = t.scheme == Scheme::HighContrast;
        box(painter, shape, {softOf(t, status), outlined ? inkOf(t, status) : QColor(Qt::transparent), 9});
        painter.setPen(inkOf(t, status));
        painter.drawText(shape, Qt::AlignCenter, text);
    }

    static void paintDot(QPainter &painter, const Tokens &t, const QRect &body, const QModelIndex &index)
    {
        if (!index.data(Badge).toString().isEmpty())
            box(painter, QRectF(body.right() - 11, body.top() + 4, 7, 7),
                {inkOf(t, Status(index.data(BadgeState).toInt())), t.sunken, 3.5});
    }
};

} // namespace

NavList::NavList(const QString &name, QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new NavCell(this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void NavList::addGroup(const QString &title)
{
    auto *made = new QStandardItem(title);
    made->setData(true, Group);
    made->setFlags(Qt::NoItemFlags);
    m_model->appendRow(made);
}

void NavList::add(const NavEntry &entry)
{
    auto *made = new QStandardItem(entry.title);
    made->setData(entry.id, Id);
    made->setData(int(entry.glyph), Mark);
    made->setToolTip(entry.title);
    m_model->appendRow(made);
}

QStandardItem *NavList::item(const QString &id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->item(row)->data(Id).toString() == id)
            return m_model->item(row);
    return nullptr;
}

void NavList::setBadge(const QString &id, const QString &text, Status status)
{
    if (QStandardItem *found = item(id)) {
        found->setData(text, Badge);
        found->setData(int(status), BadgeState);
        found->setAccessibleDescription(text);
    }
}

void NavList::select(const QString &id)
{
    if (QStandardItem *found = item(id))
        setCurrentIndex(found->index());
}

void NavList::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(wantedWidth());
    doItemsLayout();
}

int NavList::wantedWidth() const
{
    return m_narrow ? qMax(56, scaled(32) + 2 * space::m) : qMax(200, fontMetrics().averageCharWidth() * 27);
}

void NavList::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QListView::currentChanged(now, before);
    emit chosen(now.data(Id).toString());
}

} // namespace kit
