// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/fold.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include <QPushButton>
#include <QVBoxLayout>

namespace pages {

Fold::Fold(const QString &title, const QString &objectName, QWidget *content)
    : m_button(kit::button(kit::Glyph::ChevronRight, title, kit::Role::Quiet)), m_content(content)
{
    m_button->setObjectName(objectName);
    m_button->setCheckable(true);
    QVBoxLayout *column = kit::plainColumn(this, kit::space::s);
    column->addWidget(kit::flow({m_button}));
    column->addWidget(m_content);
    connect(m_button, &QPushButton::toggled, this, &Fold::unfold);
    unfold(false);
}

void Fold::open()
{
    m_button->setChecked(true);
}

void Fold::unfold(bool open)
{
    m_content->setVisible(open);
    m_button->setIcon(kit::icon(open ? kit::Glyph::ChevronDown : kit::Glyph::ChevronRight, kit::Ink::Muted));
    m_button->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

} // namespace pages
