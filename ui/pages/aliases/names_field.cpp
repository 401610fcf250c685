// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/names_field.h"
#include "kit/chips.h"
#include "kit/layout.h"
#include "kit/type.h"
#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

NamesField::NamesField(const QString &name, const QString &hint, const QString &id)
    : m_chips(new ChipField(name)), m_field(new QLineEdit)
{
    m_chips->setObjectName(id + u"Chips"_s);
    m_field->setObjectName(id + u"Names"_s);
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(hint);
    m_field->setFixedWidth(scaled(220));
    m_chips->setAddControl(m_field);
    plainColumn(this)->addWidget(m_chips);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &NamesField::take);
    connect(m_chips, &ChipField::changed, this, &NamesField::changed);
}

void NamesField::setOffered(const QStringList &names)
{
    m_offered = names;
    delete m_field->completer();
    auto *completer = new QCompleter(names, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
}

void NamesField::setOnlyOffered(bool only)
{
    m_onlyOffered = only;
}

void NamesField::setValues(const QStringList &values)
{
    m_chips->setValues(values);
    m_field->clear();
}

QStringList NamesField::values() const
{
    return m_chips->values();
}

void NamesField::take()
{
    QStringList now = values();
    for (const QString &part : m_field->text().split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !now.contains(name) && (!m_onlyOffered || m_offered.contains(name)))
            now << name;
    }
    if (now == values())
        return m_field->selectAll();
    setValues(now);
    m_field->setFocus(Qt::OtherFocusReason);
    emit changed();
}

} // namespace pages
