// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/handover.h"
#include <QRandomGenerator>
#include <QString>

namespace secrets {

Secret newSecret(const QByteArray &prefix)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text = prefix;
    for (int i = 0; i < 40; ++i)
        text += alphabet[QRandomGenerator::system()->bounded(int(sizeof alphabet) - 1)];
    return Secret(text);
}

std::string forGateway(const Secret &secret)
{
    return secret.reveal().toStdString();
}

QString forPeer(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

void show(const Secret &secret, std::FILE *stream)
{
    std::fwrite(secret.reveal().constData(), 1, size_t(secret.reveal().size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

QString forJsonOnce(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

QString forScreenOnce(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace secrets
