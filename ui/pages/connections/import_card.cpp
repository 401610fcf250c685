// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/import_card.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "pages/connections/fact_card.h"
#include "workspace/connection_import_words.h"
#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

ImportCard::ImportCard(workspace::ConnectionImport read)
    : m_read(std::move(read))
    , m_card(new FactCard(
          workspace::sentenceOf(m_read), {tr("Recognised"), {tr("What"), tr("Value"), tr("From")}, {124, 0, 260}}))
    , m_which(new QComboBox)
{
    setObjectName(u"import"_s);
    m_which->setObjectName(u"importWhich"_s);
    m_which->setAccessibleName(tr("Connection to take over"));
    for (const workspace::ImportedConnection &each : std::as_const(m_read.connections))
        m_which->addItem(each.profile.name.isEmpty() ? workspace::nameFor(each.profile.dataUrl) : each.profile.name);
    QPushButton *take = kit::button(tr("Take over"));
    take->setObjectName(u"importTake"_s);
    QPushButton *discard = kit::button(tr("Discard"), kit::Role::Quiet);
    discard->setObjectName(u"importDiscard"_s);
    for (QWidget *each : std::initializer_list<QWidget *>{m_which, discard, take})
        m_card->card()->addToHead(each);
    m_which->setVisible(m_read.connections.size() > 1);
    kit::plainColumn(this)->addWidget(m_card);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ImportCard::show);
    connect(take, &QPushButton::clicked, this, [this] { emit taken(m_read.connections.at(m_which->currentIndex())); });
    connect(discard, &QPushButton::clicked, this, &ImportCard::discarded);
    show(0);
}

void ImportCard::show(int which)
{
    const workspace::ImportedConnection &connection = m_read.connections.at(which);
    QList<Fact> facts;
    for (const workspace::PreviewLine &line : workspace::previewOf(connection))
        facts << Fact{line.what, line.value, line.from};
    m_card->setFacts(facts);
    QStringList said{tr("Nothing is kept before you save the connection.")};
    said << connection.notes << m_read.unused;
    m_card->say(said.join(u'\n'));
}

} // namespace pages
