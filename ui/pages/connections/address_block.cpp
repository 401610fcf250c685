// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/address_block.h"
#include "gateway/address.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/connections/advanced_fields.h"
#include "pages/connections/draft.h"
#include "workspace/connection_import.h"
#include "workspace/connection_words.h"
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qsizetype leastPasted = 8; // letters at once; fewer are typed

static QString usualHint()
{
    return AddressBlock::tr("Type or paste any address of it, or a .env file, curl command, YAML or link.");
}

AddressBlock::AddressBlock(const QString &address)
    : m_address(new QLineEdit(address))
    , m_look(kit::button(tr("Recognise")))
    , m_file(kit::button(tr("Import a file…"), kit::Role::Quiet))
    , m_proposal(kit::button({}, kit::Role::Quiet))
    , m_row((new kit::FormRow(tr("Address"), m_address))->withHint(usualHint()))
    , m_before(address.size())
{
    m_address->setObjectName(u"address"_s);
    m_address->setPlaceholderText(exampleAddress());
    m_address->setMaxLength(int(workspace::largestImport));
    m_look->setObjectName(u"look"_s);
    m_file->setObjectName(u"importFile"_s);
    m_proposal->setObjectName(u"useProposal"_s);
    QVBoxLayout *column = kit::plainColumn(this, kit::space::xs);
    column->addWidget(m_row);
    column->addWidget(kit::flow({m_look, m_proposal, m_file}));
    listen();
    tell();
}

// The one that is taken for it anyhow, or one that may be meant.
static QString betterThan(const QString &text)
{
    const gateway::AddressReading reading = gateway::readAddress(text);
    return text.isEmpty() || reading.usable ? reading.better : gateway::dataUrlOf(text).toString();
}

void AddressBlock::listen()
{
    connect(m_address, &QLineEdit::textChanged, this, &AddressBlock::changed);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        takeApart();
        emit left();
    });
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_look->isEnabled())
            emit lookWanted();
    });
    connect(m_look, &QPushButton::clicked, this, &AddressBlock::lookWanted);
    connect(m_file, &QPushButton::clicked, this, &AddressBlock::fileWanted);
    connect(m_proposal, &QPushButton::clicked, this, [this] {
        m_address->setText(betterThan(m_address->text().trimmed()));
        takeFocus();
    });
}

// A text that came at once may be more than an address.
void AddressBlock::changed()
{
    const qsizetype more = m_address->text().size() - std::exchange(m_before, m_address->text().size());
    if (more >= leastPasted || m_address->text().contains(u'\n'))
        takeApart();
    m_row->accept(); // no refusal while one types
    tell();
    emit edited();
}

void AddressBlock::takeApart()
{
    const QString text = m_address->text();
    if (!workspace::mayHoldConnections(text))
        return;
    m_address->setText({}); // with what could be undone
    emit pasted(text);
}

void AddressBlock::tell()
{
    const QString text = m_address->text().trimmed();
    const QString better = betterThan(text);
    m_row->withHint(text.isEmpty() ? usualHint() : workspace::sentenceOf(gateway::readAddress(text)));
    m_proposal->setVisible(!better.isEmpty());
    m_proposal->setText(better.isEmpty() ? QString() : tr("Use %1").arg(better));
    m_look->setEnabled(url().isValid());
}

QString AddressBlock::text() const
{
    return m_address->text();
}

QUrl AddressBlock::url() const
{
    return gateway::dataUrlOf(m_address->text());
}

void AddressBlock::setText(const QString &address)
{
    m_address->setText(address);
}

void AddressBlock::setLooking(bool looking)
{
    m_look->setEnabled(!looking && url().isValid());
}

void AddressBlock::judge(const QString &refusal, bool always)
{
    tell();
    judgeRow(m_row, always || !m_address->text().isEmpty() ? refusal : QString());
}

void AddressBlock::takeFocus()
{
    m_address->setFocus(Qt::OtherFocusReason);
}

} // namespace pages
