// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/secret_field.h"
#include "workspace/connection_import_words.h"

namespace pages {

SecretField::SecretField(const QString &objectName)
{
    setObjectName(objectName);
    setEchoMode(QLineEdit::Password);
}

void SecretField::hold(const Secret &secret, const QString &reference)
{
    clear();
    m_held = secret;
    m_reference = secret.isEmpty() ? reference : QString();
    setPlaceholderText(workspace::masked(secret, reference));
    emit textChanged({});
}

Secret SecretField::key() const
{
    const QByteArray typed = text().trimmed().toUtf8();
    return typed.isEmpty() ? m_held : Secret(typed);
}

QString SecretField::reference() const
{
    return text().trimmed().isEmpty() ? m_reference : QString();
}

Secret SecretField::take()
{
    const Secret taken = key();
    hold({}, {});
    return taken;
}

} // namespace pages
