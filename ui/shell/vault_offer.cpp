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

VaultOffer::VaultOffer(secrets::Vaults &vaults, pages::Navigation &navigation)
    : m_vaults(vaults), m_navigation(navigation)
{
    auto *notice = new kit::Notice(kit::Status::Warn, tr("Keys are kept only until this window closes"),
        tr("This desktop has no keychain that answers. A file behind a passphrase keeps them."));
    notice->addCloseButton();
    QPushButton *verb = notice->addAction(tr("Set a passphrase…"));
    verb->setObjectName(QStringLiteral("setPassphrase"));
    connect(verb, &QPushButton::clicked, this, &VaultOffer::openForm);
    connect(&m_vaults, &secrets::Vaults::changed, this, &VaultOffer::showState);
    QVBoxLayout *column = kit::plainColumn(this);
    column->setContentsMargins(kit::space::xl, kit::space::m, kit::space::xl, 0);
    column->addWidget(notice);
    showState();
}

void VaultOffer::showState()
{
    setVisible(m_vaults.state().chosen && !m_vaults.durable());
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
