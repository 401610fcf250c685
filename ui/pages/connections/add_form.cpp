// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/add_form.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "pages/words.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr Environment environments[]{Environment::Development, Environment::Staging, Environment::Production};

AddForm::AddForm(const QList<Profile> &taken, const QString &address)
    : m_taken(taken)
    , m_kind(new QComboBox)
    , m_address(new QLineEdit(address))
    , m_key(new QLineEdit)
    , m_name(new QLineEdit(nameFor(address)))
    , m_environment(new QComboBox)
    , m_readOnly(new QCheckBox(tr("Read only: offer nothing that changes it")))
    , m_proposal(kit::button({}))
    , m_fold(kit::button(kit::Glyph::ChevronRight, tr("Advanced"), kit::Role::Quiet))
    , m_ca(new QLineEdit)
    , m_proxy(new QLineEdit)
{
    for (const QString &kind : offeredKinds(taken))
        m_kind->addItem(kindName(kind), kind);
    for (const Environment each : environments)
        m_environment->addItem(environmentName(each), int(each));
    m_key->setEchoMode(QLineEdit::Password);
    m_address->setPlaceholderText(exampleAddress());
    m_address->setObjectName(u"address"_s);
    m_key->setObjectName(u"key"_s);
    m_name->setObjectName(u"name"_s);
    m_environment->setObjectName(u"environment"_s);
    m_proposal->setObjectName(u"useProposal"_s);
    build();
    listen();
    judgeAddress(false);
    showKind();
}

static QString usualHint()
{
    return AddForm::tr("Up to and with “/v1”, as its clients use it.");
}

void AddForm::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kit::space::l);
    grid->setVerticalSpacing(kit::space::m);
    m_addressRow = (new kit::FormRow(tr("Address"), m_address))->withHint(usualHint());
    m_keyRow = (new kit::FormRow(tr("Key"), m_key))
                   ->withHint(tr("Kept in the vault of this machine, never in a file of ours in plain text."));
    m_nameRow = (new kit::FormRow(tr("Name"), m_name))->withHint(tr("As the side bar shows it."));
    grid->addWidget(new kit::FormRow(tr("Kind"), m_kind), 0, 0, 1, 2);
    grid->addWidget(kit::stacked({m_addressRow, kit::flow({m_proposal})}, kit::space::xs), 1, 0, 1, 2);
    grid->addWidget(m_keyRow, 2, 0, 1, 2);
    grid->addWidget(m_nameRow, 3, 0);
    grid->addWidget(
        (new kit::FormRow(tr("Environment"), m_environment))->withHint(tr("Sets its colour and how careful we are.")),
        3, 1);
    grid->addWidget(m_readOnly, 4, 0, 1, 2);
    grid->addWidget(advanced(), 5, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

QWidget *AddForm::advanced()
{
    m_fold->setObjectName(u"advanced"_s);
    m_fold->setCheckable(true);
    m_ca->setObjectName(u"caFile"_s);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("as the system says"));
    QPushButton *choose = kit::button(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the certificate file"));
    QWidget *file = kit::row({m_ca, choose}, kit::space::s, 0);
    m_caRow = (new kit::FormRow(tr("Certificate authority"), file))
                  ->withHint(tr("A PEM file, for a gateway whose certificate your company signs itself."));
    m_ca->setAccessibleName(tr("Certificate authority"));
    m_proxyRow = (new kit::FormRow(tr("HTTP proxy"), m_proxy))
                     ->withHint(tr("http://HOST:PORT, or none. Empty: as the system says."));
    m_folded = kit::stacked({m_caRow, m_proxyRow}, kit::space::m);
    connect(choose, &QPushButton::clicked, this, &AddForm::chooseCa);
    connect(m_fold, &QPushButton::toggled, this, &AddForm::unfold);
    unfold(false);
    return kit::stacked({kit::flow({m_fold}), m_folded}, kit::space::s);
}

void AddForm::unfold(bool open)
{
    m_folded->setVisible(open);
    m_fold->setIcon(kit::icon(open ? kit::Glyph::ChevronDown : kit::Glyph::ChevronRight, kit::Ink::Muted));
    m_fold->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

void AddForm::chooseCa()
{
    auto *dialog =
        new QFileDialog(window(), tr("Certificate authority"), {}, tr("PEM files (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ca->setText(path);
        judge(DraftField::CaFile, m_caRow, true);
    });
    dialog->open();
}

void AddForm::listen()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddForm::showKind);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text().isEmpty())
            m_name->setText(nameFor(m_address->text()));
        judgeAddress(false);
    });
    connect(m_address, &QLineEdit::textChanged, this, [this] { showProposal(); }); // no refusal while one types
    connect(m_proposal, &QPushButton::clicked, this, [this] {
        if (const auto proposal = proposalFor(m_address->text()))
            m_address->setText(proposal->address);
        m_address->setFocus(Qt::OtherFocusReason);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] { judge(DraftField::Name, m_nameRow, false); });
    connect(m_ca, &QLineEdit::editingFinished, this, [this] { judge(DraftField::CaFile, m_caRow, true); });
    connect(m_proxy, &QLineEdit::editingFinished, this, [this] { judge(DraftField::Proxy, m_proxyRow, true); });
    for (QLineEdit *field : {m_address, m_name, m_key, m_ca, m_proxy})
        connect(field, &QLineEdit::textChanged, this, &AddForm::edited);
}

void AddForm::showKind()
{
    const bool remote = m_kind->currentData().toString() != u"embedded"_s;
    m_addressRow->setVisible(remote);
    m_proposal->setVisible(remote && !m_proposal->text().isEmpty());
    m_keyRow->setVisible(remote);
    m_fold->setVisible(remote);
    m_folded->setVisible(remote && m_fold->isChecked());
    if (!remote && m_name->text().isEmpty())
        m_name->setText(kindName(u"embedded"_s));
    emit edited();
}

ConnectionDraft AddForm::draft() const
{
    return {m_kind->currentData().toString(), m_address->text(), m_name->text(),
        Environment(m_environment->currentData().toInt()), m_readOnly->isChecked(), m_ca->text(), m_proxy->text()};
}

Secret AddForm::takeKey()
{
    const Secret key(m_key->text().trimmed().toUtf8());
    m_key->clear();
    return key;
}

// What is not quite an address is told with one that would work, ready to be taken.
void AddForm::showProposal()
{
    const auto proposal = m_address->text().isEmpty() ? std::nullopt : proposalFor(m_address->text());
    m_addressRow->withHint(proposal ? proposal->sentence : usualHint());
    m_proposal->setVisible(proposal.has_value());
    m_proposal->setText(proposal ? tr("Use %1").arg(proposal->address) : QString());
}

void AddForm::judgeAddress(bool always)
{
    showProposal();
    judge(DraftField::Address, m_addressRow, always);
}

// A field that was never filled is not refused while one is still on the way to it.
void AddForm::judge(DraftField field, kit::FormRow *row, bool always)
{
    const QString why = refusals(draft(), m_taken).value(field);
    const bool untouched = field == DraftField::Address ? m_address->text().isEmpty() : m_name->text().isEmpty();
    if (why.isEmpty())
        row->accept();
    else if (always || !untouched)
        row->refuse(why);
}

void AddForm::showRefusals()
{
    judgeAddress(true);
    judge(DraftField::Name, m_nameRow, true);
    judge(DraftField::CaFile, m_caRow, true);
    judge(DraftField::Proxy, m_proxyRow, true);
}

} // namespace pages
