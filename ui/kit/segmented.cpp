// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/segmented.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace kit {

Segmented::Segmented(const QString &name, const QStringList &choices, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_name(name)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(name);
    for (const QString &choice : choices) {
        auto *segment = new QToolButton;
        segment->setText(choice);
        segment->setCheckable(true);
        segment->setFixedHeight(qMax(space::controlSmall, segment->fontMetrics().height() + 6));
        segment->setAccessibleName(name + QStringLiteral(": ") + choice);
        setRole(segment, Role::Segment);
        m_group->addButton(segment, int(m_group->buttons().size()));
        row->addWidget(segment);
    }
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (auto *segment = m_group->button(index))
        segment->setChecked(true);
}

void Segmented::setText(int index, const QString &text)
{
    auto *segment = m_group->button(index);
    if (!segment || segment->text() == text)
        return;
    segment->setText(text);
    segment->setAccessibleName(m_name + QStringLiteral(": ") + text);
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    box(painter, rect(), {t.sunken, t.line, space::radius});
}

} // namespace kit
