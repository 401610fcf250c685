// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/advanced_fields.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/connections/fold.h"
#include "pages/connections/secret_field.h"
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

AdvancedFields::AdvancedFields()
    : m_ca(new QLineEdit)
    , m_cert(new QLineEdit)
    , m_key(new QLineEdit)
    , m_pass(new SecretField(u"clientKeyPass"_s))
    , m_proxy(new QLineEdit)
{
    m_ca->setObjectName(u"caFile"_s);
    m_cert->setObjectName(u"clientCert"_s);
    m_key->setObjectName(u"clientKey"_s);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("as the system says"));
    m_caRow = fileRow(tr("Certificate authority"), m_ca, tr("Choose the certificate file"))
                  ->withHint(tr("A PEM file, for a gateway whose certificate your company signs itself."));
    m_certRow = fileRow(tr("Client certificate"), m_cert, tr("Choose the client certificate"))
                    ->withHint(tr("A PEM file, for a gateway that wants to see one of yours."));
    m_keyRow = fileRow(tr("Its private key"), m_key, tr("Choose the private key"))
                   ->withHint(tr("A PEM file; it stays where it is."));
    m_passRow = (new kit::FormRow(tr("Passphrase of the key"), m_pass))
                    ->withHint(tr("Kept in the vault. Empty: the key is not encrypted."));
    m_proxyRow = (new kit::FormRow(tr("HTTP proxy"), m_proxy))
                     ->withHint(tr("http://HOST:PORT, or none. Empty: as the system says."));
    m_fold = new Fold(tr("Advanced"), u"advanced"_s,
        kit::stacked({m_caRow, m_certRow, m_keyRow, m_passRow, m_proxyRow}, kit::space::m));
    kit::plainColumn(this, 0)->addWidget(m_fold);
    for (QLineEdit *field : {m_ca, m_cert, m_key, static_cast<QLineEdit *>(m_pass), m_proxy}) {
        connect(field, &QLineEdit::textChanged, this, &AdvancedFields::edited);
        connect(field, &QLineEdit::editingFinished, this, &AdvancedFields::left);
    }
}

kit::FormRow *AdvancedFields::fileRow(const QString &title, QLineEdit *field, const QString &verb)
{
    QPushButton *button = kit::button(tr("Choose…"));
    button->setAccessibleName(verb);
    field->setAccessibleName(title);
    connect(button, &QPushButton::clicked, this, [this, field, title] { choose(field, title); });
    auto *row = new kit::FormRow(title, kit::row({field, button}, kit::space::s, 0));
    field->setAccessibleName(title);
    return row;
}

void AdvancedFields::choose(QLineEdit *field, const QString &title)
{
    auto *dialog = new QFileDialog(window(), title, {}, tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString &path) {
        field->setText(path);
        emit left();
    });
    dialog->open();
}

void AdvancedFields::putInto(ConnectionDraft &draft) const
{
    draft.caFile = m_ca->text();
    draft.proxy = m_proxy->text();
    draft.clientCert = m_cert->text();
    draft.clientKey = m_key->text();
    draft.clientKeyPass = m_pass->key();
}

void AdvancedFields::fill(const QString &caFile, const QString &proxy)
{
    m_ca->setText(caFile);
    m_proxy->setText(proxy);
    if (!caFile.isEmpty() || !proxy.isEmpty())
        m_fold->open();
}

void judgeRow(kit::FormRow *row, const QString &refusal)
{
    refusal.isEmpty() ? row->accept() : row->refuse(refusal);
}

void AdvancedFields::judge(const QMap<DraftField, QString> &refusals)
{
    judgeRow(m_caRow, refusals.value(DraftField::CaFile));
    judgeRow(m_certRow, refusals.value(DraftField::ClientCert));
    judgeRow(m_keyRow, refusals.value(DraftField::ClientKey));
    judgeRow(m_proxyRow, refusals.value(DraftField::Proxy));
}

void AdvancedFields::forgetPass()
{
    m_pass->take();
}

} // namespace pages
