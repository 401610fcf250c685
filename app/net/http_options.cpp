// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_options.h"
#include <QFile>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace net {

Result<QSslConfiguration> sslConfigurationOf(const HttpOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (options.caFile.isEmpty())
        return configuration;
    QFile file(options.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Tls, u"CA file %1: %2"_s.arg(options.caFile, file.errorString()));
    const QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(FailureKind::Tls, u"CA file %1 holds no PEM certificate"_s.arg(options.caFile));
    configuration.addCaCertificates(certificates);
    return configuration;
}

QNetworkProxy proxyOf(const HttpOptions &options)
{
    switch (options.proxy) {
    case HttpOptions::Proxy::System:
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    case HttpOptions::Proxy::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case HttpOptions::Proxy::Manual:
        break;
    }
    const QString password = QString::fromUtf8(options.proxyPassword.reveal());
    return QNetworkProxy(QNetworkProxy::HttpProxy, options.proxyHost, options.proxyPort, options.proxyUser, password);
}

} // namespace net
