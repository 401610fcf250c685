// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/vault_offer.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "pages/navigation.h"
#include "secrets/vaults.h"
#include "shell/passphrase_form.h"
#include <QVBoxLayout>

namespace shell {

using secrets::Keyring;

VaultOffer::VaultOffer(secrets::Vaults &vaults, pages::Navigation &navigation)
    : m_vaults(vaults), m_navigation(navigation), m_column(kit::plainColumn(this))
{
    m_column->setContentsMargins(kit::space::xl, kit::space::m, kit::space::xl, 0);
    connect(&m_vaults, &secrets::Vaults::changed, this, &VaultOffer::showState);
    showState();
}

void VaultOffer::showState()
{
    const bool wanted = m_trying || (m_vaults.state().chosen && !m_vaults.durable());
    if (wanted && !m_trying && m_said != int(m_vaults.state().keyring))
        say(m_vaults.state().keyring);
    setVisible(wanted);
}

static QString titleOf(Keyring keyring)
{
    switch (keyring) {
    case Keyring::Locked:
        return VaultOffer::tr("The keyring is locked");
    case Keyring::Absent:
        return VaultOffer::tr("There is no keyring");
    case Keyring::Silent:
        return VaultOffer::tr("The keyring does not answer");
    case Keyring::Works:
    case Keyring::Unknown:
        break;
    }
    return VaultOffer::tr("Keys are kept only until this window closes");
}

static QString detailOf(Keyring keyring)
{
    switch (keyring) {
    case Keyring::Locked:
        return VaultOffer::tr(
            "Keys are kept only until this window closes. Unlock the keyring of your desktop, then try "
            "again.");
    case Keyring::Absent:
        return VaultOffer::tr(
            "This desktop has none that keeps secrets, so keys are kept only until this window closes. "
            "A file behind a passphrase keeps them.");
    case Keyring::Silent:
        return VaultOffer::tr("It is there, but hangs. Keys are kept only until this window closes. Sign out and in "
                              "again, or end its process, then try again.");
    case Keyring::Works:
    case Keyring::Unknown:
        break;
    }
    return VaultOffer::tr("No keychain keeps them. A file behind a passphrase does.");
}

// What helps comes first.
void VaultOffer::say(Keyring keyring)
{
    m_said = int(keyring);
    delete m_notice;
    m_notice = new kit::Notice(kit::Status::Warn, titleOf(keyring), detailOf(keyring));
    const bool asked = keyring != Keyring::Unknown && keyring != Keyring::Works;
    if (asked && keyring != Keyring::Absent)
        addTryAgain(m_notice);
    addPassphrase(m_notice);
    if (keyring == Keyring::Absent)
        addTryAgain(m_notice);
    m_notice->addCloseButton();
    m_column->addWidget(m_notice);
}

void VaultOffer::addTryAgain(kit::Notice *notice)
{
    QPushButton *verb = notice->addAction(tr("Try again"));
    verb->setObjectName(QStringLiteral("tryKeyring"));
    connect(verb, &QPushButton::clicked, this, [this, verb] {
        verb->setEnabled(false);
        if (m_tasks.count() == 0)
            m_tasks.run(tryAgain());
    });
}

void VaultOffer::addPassphrase(kit::Notice *notice)
{
    QPushButton *verb = notice->addAction(tr("Set a passphrase…"));
    verb->setObjectName(QStringLiteral("setPassphrase"));
    connect(verb, &QPushButton::clicked, this, &VaultOffer::openForm);
}

// The notice stays as it is while the keyring is asked, which may take seconds.
Task<> VaultOffer::tryAgain()
{
    m_trying = true;
    co_await m_vaults.reopen();
    m_trying = false;
    m_said = -1;
    showState();
}

void VaultOffer::openForm()
{
    auto *sheet = new kit::Sheet(tr("Keep keys behind a passphrase"),
        tr("They move from memory into a file of this data folder."), m_navigation.frame());
    auto *form = new PassphraseForm(m_vaults, PassphraseForm::Aim::Make);
    QPushButton *cancel = kit::button(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, sheet, &QObject::deleteLater);
    connect(sheet, &kit::Sheet::closeWanted, sheet, &QObject::deleteLater);
    connect(form, &PassphraseForm::done, sheet, &QObject::deleteLater);
    sheet->body()->addWidget(form);
    sheet->foot()->addStretch(1);
    sheet->foot()->addWidget(cancel);
    sheet->foot()->addWidget(form->verb());
    sheet->setWidth(480);
    sheet->open();
}

} // namespace shell
