// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace net {

// How a profile's calls leave the machine.
struct HttpOptions
{
    enum class Proxy { System, None, Manual };
    QByteArray onlyCertificate = {}; // PEM of the one server spoken to (QtHttp::trustOnly); empty: those vouched for
    QString caFile; // PEM; its certificates join the system's. Empty: the system's only
    QString clientCertFile = {}; // PEM, with its chain; shown to a server that asks. Empty: none
    QString clientKeyFile = {}; // PEM
    Secret clientKeyPass = {}; // of an encrypted key
    Proxy proxy = Proxy::System; // the system's are skipped for loopback
    QString proxyHost; // of Manual
    quint16 proxyPort = 8080;
    QString proxyUser;
    Secret proxyPassword;
};

// Whose certificates a call takes.
struct Trust
{
    QSslConfiguration ssl;
    QByteArray pinned = {}; // DER of the only one; empty: those that `ssl` vouches for
};

Result<QSslConfiguration> sslConfigurationOf(
    const HttpOptions &options); // Tls: a file cannot be read, or holds no such thing
QNetworkProxy proxyOf(const HttpOptions &options); // DefaultProxy: as the system says

} // namespace net
