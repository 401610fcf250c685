// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/facts.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include <QGridLayout>
#include <QLabel>

namespace pages {

using namespace kit;

QWidget *fact(const QString &name, const QString &value)
{
    QLabel *shown = wrapped(value.isEmpty() ? format::none() : value, Type::Body);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    shown->setAccessibleName(name);
    return stacked({label(name, Type::Caption, Ink::Muted), shown, spacer()}, 0, 2);
}

QWidget *gridOf(const QList<QWidget *> &facts)
{
    auto *made = new QWidget;
    auto *grid = new QGridLayout(made);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < facts.size(); ++i)
        grid->addWidget(facts.at(i), i / 2, i % 2);
    return made;
}

} // namespace pages
