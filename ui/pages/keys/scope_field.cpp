// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/scope_field.h"
#include "kit/chips.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

constexpr int mostChips = 12;

ScopeField::ScopeField(const ScopeWords &words)
    : m_ways(new QStackedWidget)
    , m_chips(new ChipField(words.name))
    , m_add(button(Glyph::Add, words.add))
    , m_picker(new ListPicker(words.name))
    , m_text(new QLineEdit)
{
    const QString part = words.id.first(1).toUpper() + words.id.mid(1);
    m_chips->setAddControl(m_add);
    m_chips->setObjectName(words.id + u"Chips"_s);
    m_text->setObjectName(words.id + u"Names"_s);
    m_text->setAccessibleName(words.name);
    m_text->setPlaceholderText(words.hint);
    plainColumn(this)->addWidget(m_ways);
    m_ways->addWidget(m_text);
    m_ways->addWidget(m_chips);
    m_ways->addWidget(m_picker);
    m_add->setObjectName(u"add"_s + part);
    connect(m_add, &QPushButton::clicked, this, &ScopeField::offer);
    connect(m_chips, &ChipField::changed, this, [this] {
        m_add->setEnabled(values().size() < m_names.size());
        emit changed();
    });
    connect(m_picker, &ListPicker::changed, this, &ScopeField::changed);
    connect(m_text, &QLineEdit::textChanged, this, &ScopeField::changed);
}

void ScopeField::setOffered(const QList<PickItem> &offered)
{
    QStringList names;
    for (const PickItem &item : offered)
        names << item.value;
    if (names == m_names)
        return;
    const QStringList kept = values();
    m_names = names;
    m_picker->setItems(offered);
    QWidget *way = m_text;
    if (!names.isEmpty())
        way = names.size() <= mostChips ? static_cast<QWidget *>(m_chips) : m_picker;
    m_ways->setCurrentWidget(way);
    for (int i = 0; i < m_ways->count(); ++i) // only the way in use takes room
        m_ways->widget(i)->setSizePolicy(
            QSizePolicy::Preferred, m_ways->widget(i) == way ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    setFocusProxy(way == m_chips ? static_cast<QWidget *>(m_add) : way == m_picker ? m_picker->field() : m_text);
    setValues(kept);
}

void ScopeField::setValues(const QStringList &values)
{
    m_chips->setValues(values);
    m_picker->setChosen(values);
    m_text->setText(values.join(u", "_s));
    m_add->setEnabled(values.size() < m_names.size());
    emit changed();
}

QStringList ScopeField::values() const
{
    if (m_ways->currentWidget() == m_chips)
        return m_chips->values();
    if (m_ways->currentWidget() == m_picker)
        return m_picker->chosen();
    QStringList out;
    for (const QString &part : m_text->text().split(u',', Qt::SkipEmptyParts))
        if (const QString name = part.trimmed(); !name.isEmpty())
            out << name;
    return out;
}

void ScopeField::offer()
{
    auto *menu = new QMenu(m_add);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList taken = values();
    for (const QString &name : m_names) {
        if (taken.contains(name))
            continue;
        connect(menu->addAction(name), &QAction::triggered, this, [this, name] {
            setValues(values() << name);
            m_add->setFocus(Qt::OtherFocusReason);
        });
    }
    menu->popup(m_add->mapToGlobal(m_add->rect().bottomLeft()));
}

} // namespace pages
