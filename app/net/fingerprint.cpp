// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fingerprint.h"
#include "net/redactor.h"
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace net {

QString fingerprint(const Secret &secret)
{
    if (secret.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(secret.reveal(), QCryptographicHash::Sha256).toHex();
    const QString lastFour = secret.lastFour();
    return QString::fromLatin1(hash.first(12)) + (lastFour.isEmpty() ? QString() : u'…' + lastFour);
}

QList<Header> withoutSecrets(QList<Header> headers)
{
    for (Header &header : headers) {
        if (!carriesSecret(header.name))
            continue;
        const qsizetype space = header.value.startsWith("Bearer ") ? 7 : 0;
        const QString mark = u"[secret %1]"_s.arg(fingerprint(Secret(header.value.sliced(space))));
        header.value = header.value.first(space) + mark.toUtf8();
    }
    return headers;
}

Secret wrongKeyLike(const Secret &secret)
{
    QByteArray text = secret.reveal();
    const qsizetype prefix = text.lastIndexOf('-') + 1;
    for (qsizetype i = prefix; i < text.size(); ++i)
        text[i] = text.at(i) == 'x' ? 'y' : 'x';
    return Secret(text.isEmpty() ? QByteArray("sk-not-a-key") : text);
}

} // namespace net
