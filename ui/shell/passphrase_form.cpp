// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/passphrase_form.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/words.h"
#include "secrets/vaults.h"
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace shell {

static constexpr int shortest = 8;

PassphraseForm::PassphraseForm(secrets::Vaults &vaults, Aim aim)
    : m_vaults(vaults)
    , m_aim(aim)
    , m_text(new QLineEdit)
    , m_again(new QLineEdit)
    , m_row(new kit::FormRow(tr("Passphrase"), m_text))
    , m_againRow(new kit::FormRow(tr("Passphrase once more"), m_again))
    , m_verb(kit::button(aim == Aim::Open ? tr("Open the vault") : tr("Make the vault"), kit::Role::Primary))
{
    m_text->setObjectName(u"passphrase"_s);
    m_again->setObjectName(u"passphraseAgain"_s);
    m_verb->setObjectName(u"unlock"_s);
    for (QLineEdit *field : {m_text, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::textChanged, this, &PassphraseForm::judge);
        connect(field, &QLineEdit::returnPressed, this, &PassphraseForm::go);
    }
    kit::plainColumn(this, kit::space::m)->addWidget(m_row);
    layout()->addWidget(m_againRow);
    m_againRow->setVisible(aim == Aim::Make);
    if (aim == Aim::Make)
        m_row->withHint(tr("At least %n character(s). Nobody can recover it.", nullptr, shortest));
    connect(m_verb, &QPushButton::clicked, this, &PassphraseForm::go);
    setFocusProxy(m_text);
    judge();
}

void PassphraseForm::judge()
{
    m_row->accept();
    m_againRow->accept();
    const bool enough = m_text->text().size() >= (m_aim == Aim::Make ? shortest : 1);
    const bool same = m_aim == Aim::Open || m_text->text() == m_again->text();
    if (m_aim == Aim::Make && !same && m_again->text().size() >= m_text->text().size())
        m_againRow->refuse(tr("The two differ. Type the same passphrase again."));
    m_verb->setEnabled(enough && same && m_text->isEnabled()); // it is not while a try runs
}

void PassphraseForm::go()
{
    if (!m_verb->isEnabled())
        return;
    m_verb->setEnabled(false);
    m_tasks.run(unlock());
}

Task<> PassphraseForm::unlock()
{
    Secret passphrase(m_text->text().toUtf8());
    m_text->setEnabled(false);
    const Result<> opened = co_await m_vaults.unlock(passphrase);
    m_text->setEnabled(true);
    m_text->clear();
    m_again->clear();
    if (opened) {
        QMetaObject::invokeMethod(this, &PassphraseForm::done, Qt::QueuedConnection);
        co_return;
    }
    const bool wrong = opened.error().kind == FailureKind::WrongPassphrase;
    m_row->refuse(
        wrong ? tr("This is not its passphrase. Try again; capital letters count.") : pages::whyOf(opened.error()));
    m_text->setFocus();
}

} // namespace shell
