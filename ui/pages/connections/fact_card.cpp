// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/fact_card.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/table.h"
#include <QLabel>
#include <QVBoxLayout>

namespace pages {

static QList<kit::Column<Fact>> columnsOf(const FactCard::Shape &shape)
{
    const auto whole = [](QString Fact::*text) {
        return [text](const Fact &fact, int role) {
            if (role == kit::cell::State && text == &Fact::what && fact.state)
                return QVariant(int(*fact.state));
            return role == Qt::ToolTipRole ? QVariant(fact.*text) : QVariant();
        };
    };
    const auto column = [&](int at, QString Fact::*text, Qt::Alignment align) {
        return kit::Column<Fact>{
            shape.headings.at(at), [text](const Fact &fact) { return fact.*text; }, align, whole(text)};
    };
    QList<kit::Column<Fact>> all{column(0, &Fact::what, Qt::AlignLeft), column(1, &Fact::seen, Qt::AlignLeft)};
    if (shape.headings.size() > 2)
        all << column(2, &Fact::more, shape.numbers ? Qt::AlignRight : Qt::AlignLeft);
    return all;
}

FactCard::FactCard(const QString &title, const Shape &shape)
    : m_card(new kit::Card(title))
    , m_sentence(kit::paragraph({}))
    , m_facts(new kit::RowModel<Fact>(columnsOf(shape), [](const Fact &fact) { return QString::number(fact.number); }))
    , m_table(new kit::Table(shape.name))
{
    m_facts->setParent(this);
    m_table->setModel(m_facts);
    if (!shape.numbers && !shape.mono && shape.headings.size() > 2)
        m_table->setItemDelegateForColumn(0, new kit::TextCell(m_table));
    else if (!shape.mono)
        m_table->setItemDelegateForColumn(0, new kit::StatusCell(m_table));
    if (shape.mono)
        m_table->setItemDelegateForColumn(1, new kit::MonoCell(m_table));
    m_table->setWidths(shape.widths);
    m_table->setCompact();
    m_card->setFlush();
    m_sentence->setContentsMargins(kit::space::l, 0, kit::space::l, kit::space::s);
    m_card->body()->setSpacing(0);
    m_card->body()->addWidget(m_sentence);
    m_card->body()->addWidget(m_table);
    kit::plainColumn(this)->addWidget(m_card);
    say({});
    setFacts({});
}

void FactCard::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void FactCard::setFacts(QList<Fact> facts)
{
    for (int at = 0; at < facts.size(); ++at)
        facts[at].number = at;
    m_facts->apply(facts);
    m_table->setVisible(!facts.isEmpty());
    m_table->fitRows();
}

void FactCard::select(int row)
{
    m_table->selectRow(row);
}

} // namespace pages
