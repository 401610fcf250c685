// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network.h"
#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

bool isNetwork(const QString &text)
{
    static const QRegularExpression form(u"^([0-9.]{7,15}|[0-9A-Fa-f:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?$"_s);
    const auto match = form.match(text);
    const QString address = match.captured(1);
    const bool four = !address.contains(u':');
    if (!match.hasMatch() || (four && address.count(u'.') != 3) || QHostAddress(address).isNull())
        return false;
    return match.captured(2).isEmpty() || match.captured(2).toInt() <= (four ? 32 : 128);
}

bool covers(const QString &network, const QString &address)
{
    const QHostAddress one(address);
    if (!isNetwork(network) || one.isNull())
        return false;
    if (!network.contains(u'/'))
        return one.isEqual(QHostAddress(network), QHostAddress::ConvertV4MappedToIPv4);
    bool four = false;
    const QHostAddress plain(one.toIPv4Address(&four));
    return (four ? plain : one).isInSubnet(QHostAddress::parseSubnet(network));
}
