// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/own_addresses.h"
#include <QNetworkInterface>

using namespace Qt::StringLiterals;

namespace net {

static bool isHere(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QStringList ownAddresses(const QUrl &towards)
{
    const bool here = isHere(towards.host());
    QStringList out;
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (address.isLoopback() == here && !address.isLinkLocal())
            out << address.toString();
    return out;
}

} // namespace net
