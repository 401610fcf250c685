// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/pane_row.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QBoxLayout>
#include <QResizeEvent>

namespace kit {

PaneRow::PaneRow(int stackBelow, QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_stackBelow(stackBelow)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::m);
}

void PaneRow::add(QWidget *pane, int stretch, int hideBelow)
{
    m_row->addWidget(pane, stretch);
    setMinimumWidth(320);
    m_panes.append({pane, hideBelow});
}

void PaneRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->setDirection(
        event->size().width() < scaled(m_stackBelow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (const Pane &pane : m_panes) {
        const bool hide = event->size().width() < scaled(pane.hideBelow);
        if (pane.widget->isHidden() == hide)
            continue;
        pane.widget->setHidden(hide);
        emit paneHidden(pane.widget, hide);
    }
}

} // namespace kit
