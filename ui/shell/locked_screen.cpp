// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/locked_screen.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "secrets/vaults.h"
#include "shell/passphrase_form.h"

using namespace Qt::StringLiterals;

namespace shell {

using namespace kit;

LockedScreen::LockedScreen(secrets::Vaults &vaults) : m_vaults(vaults)
{
    auto *form = new PassphraseForm(vaults, PassphraseForm::Aim::Open);
    QPushButton *later = button(tr("Look at what is stored"), Role::Quiet);
    later->setObjectName(u"later"_s);
    auto *card = new Card;
    card->setAccessibleName(tr("The vault is locked"));
    card->setMaximumWidth(scaled(520));
    card->body()->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    card->body()->setSpacing(space::m);
    card->body()->addWidget(
        row({label(tr("The vault is locked"), Type::Title), spacer(), new Pill(Status::Locked, tr("locked"))}));
    card->body()->addWidget(paragraph(tr("Keys of your connections lie in a file behind a passphrase. It stays open "
                                         "until it is locked, or until nobody has used it for a while."),
        Ink::Text));
    card->body()->addWidget(form);
    card->body()->addWidget(row({later, spacer(), form->verb()}));
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(card, 20);
    line->addStretch(1);
    auto *column = pageColumn(this);
    column->addStretch(2);
    column->addLayout(line);
    column->addStretch(3);
    setFocusProxy(form);
    connect(form, &PassphraseForm::done, this, &LockedScreen::unlocked);
    connect(&m_vaults, &secrets::Vaults::changed, this, [this] { m_aside = m_aside && m_vaults.state().locked; });
    connect(later, &QPushButton::clicked, this, [this] {
        m_aside = true;
        emit dismissed();
    });
}

bool LockedScreen::wanted() const
{
    return m_vaults.state().locked && !m_aside;
}

} // namespace shell
