// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/layout.h"
#include "kit/controls.h"
#include "kit/flow_layout.h"
#include <QLabel>
#include <QScrollArea>

namespace kit {

QVBoxLayout *pageColumn(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    return column;
}

QVBoxLayout *plainColumn(QWidget *holder, int gap)
{
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    return column;
}

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

QWidget *row(const QList<QWidget *> &widgets, int gap, int stretchAt)
{
    auto *made = new QWidget;
    auto *line = new QHBoxLayout(made);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    for (int i = 0; i < widgets.size(); ++i)
        line->addWidget(widgets.at(i), i == stretchAt ? 1 : 0);
    return made;
}

QWidget *stacked(const QList<QWidget *> &widgets, int gap, int stretchAt)
{
    auto *made = new QWidget;
    QVBoxLayout *column = plainColumn(made, gap);
    for (int i = 0; i < widgets.size(); ++i)
        column->addWidget(widgets.at(i), i == stretchAt ? 1 : 0);
    return made;
}

QWidget *flow(const QList<QWidget *> &widgets)
{
    auto *made = new QWidget;
    auto *line = new FlowLayout(space::s);
    made->setLayout(line);
    for (QWidget *widget : widgets)
        line->addWidget(widget);
    return made;
}

QWidget *spacer()
{
    auto *made = new QWidget;
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return made;
}

QWidget *foot(const QList<QWidget *> &start, const QString &reason, const QList<QWidget *> &verbs)
{
    QLabel *why = elided(reason, Type::Body, Ink::Muted);
    why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    why->setObjectName(QStringLiteral("reason"));
    return row(start + QList<QWidget *>{why} + verbs, space::s, int(start.size()));
}

} // namespace kit
