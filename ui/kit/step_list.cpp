// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/step_list.h"
#include "kit/cells.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QPainter>
#include <QStandardItemModel>

namespace kit {

namespace {

int badgeSide()
{
    return iconSide() + 6;
}

class StepCell final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {10, 2 * option.fontMetrics.height() + space::m};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens &t = tokensOf(option.widget);
        const QRect body = option.rect.adjusted(space::s, 1, -space::s, -1);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            box(*painter, body,
                {option.state & QStyle::State_Selected ? t.accentSoft : t.hover, Qt::transparent, space::radius});
        if (option.state & QStyle::State_HasFocus && option.widget->hasFocus())
            focusRing(*painter, t, body, space::radius);
        const QRect column = atStart(body.adjusted(space::m, 0, -space::m, 0), badgeSide());
        paintRail(*painter, t, option.rect, column.center().x(), index);
        paintBadge(*painter, t, centred(column, badgeSide()), index);
        paintWords(*painter, option, body, index);
        painter->restore();
    }

private:
    static void paintRail(QPainter &painter, const Tokens &t, const QRect &rect, int x, const QModelIndex &index)
    {
        const int middle = rect.center().y();
        const QColor color = blend(t.line, t.edge, 0.5);
        if (index.row() > 0)
            painter.fillRect(x, rect.top(), 2, middle - rect.top() - badgeSide() / 2 - 2, color);
        if (index.row() + 1 < index.model()->rowCount())
            painter.fillRect(x, middle + badgeSide() / 2 + 3, 2, rect.bottom() - middle - badgeSide() / 2 - 2, color);
    }

    static void paintBadge(QPainter &painter, const Tokens &t, const QRect &circle, const QModelIndex &index)
    {
        const auto status = Status(index.data(cell::State).toInt());
        const bool here = status == Status::Running;
        const QColor color = status == Status::Neutral ? t.edge : here ? t.accentFill : inkOf(t, status);
        box(painter, circle,
            {here                               ? t.accentFill
                    : status == Status::Neutral ? t.raised
                                                : softOf(t, status),
                color, badgeSide() / 2.0, 1.5});
        if (!here && status != Status::Neutral)
            return paintGlyph(
                painter, status == Status::Ok ? Glyph::Check : glyphOf(status), centred(circle, iconSide() - 4), color);
        painter.setFont(figures(font(Type::Caption)));
        painter.setPen(here ? t.onAccent : t.muted);
        painter.drawText(circle, Qt::AlignCenter, QString::number(index.row() + 1));
    }

    static void paintWords(
        QPainter &painter, const QStyleOptionViewItem &option, const QRect &body, const QModelIndex &index)
    {
        const Tokens &t = tokensOf(option.widget);
        const bool rtl = option.direction == Qt::RightToLeft;
        const int inset = space::m + badgeSide() + space::m;
        const QRect words = body.adjusted(rtl ? space::s : inset, 0, rtl ? -inset : -space::s, 0);
        const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
        const bool ahead = Status(index.data(cell::State).toInt()) == Status::Neutral;
        const QString note = index.data(cell::Note).toString();
        painter.setFont(option.state & QStyle::State_Selected ? font(Type::Strong) : option.font);
        painter.setPen(ahead ? t.muted : t.text);
        const int half = words.height() / 2;
        const QRect title = note.isEmpty() ? words : words.adjusted(0, 0, 0, -half + 1);
        painter.drawText(title, side | int(note.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom),
            painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter.setFont(font(Type::Caption));
        painter.setPen(t.muted);
        painter.drawText(words.adjusted(0, half + 1, 0, 0), side | int(Qt::AlignTop),
            painter.fontMetrics().elidedText(note, Qt::ElideRight, words.width()));
    }
};

} // namespace

StepList::StepList(const QString &name, QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new StepCell(this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void StepList::setSteps(const QList<Step> &steps)
{
    m_model->clear();
    for (const Step &step : steps) {
        auto *item = new QStandardItem(step.title);
        item->setData(step.note, cell::Note);
        item->setData(int(step.status), cell::State);
        item->setAccessibleDescription(step.note);
        m_model->appendRow(item);
        if (step.status == Status::Running)
            setCurrentIndex(item->index());
    }
}

} // namespace kit
