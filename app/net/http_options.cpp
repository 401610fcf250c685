// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_options.h"
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace net {

static Result<QByteArray> contentsOf(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Tls, u"%1 %2: %3"_s.arg(what, path, file.errorString()));
    return file.readAll();
}

static Result<QList<QSslCertificate>> certificatesIn(const QString &path, const QString &what)
{
    const auto text = contentsOf(path, what);
    if (!text)
        return tl::unexpected<Failure>(text.error());
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*text, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(FailureKind::Tls, u"%1 %2 holds no PEM certificate"_s.arg(what, path));
    return certificates;
}

static Result<QSslKey> keyIn(const HttpOptions &options)
{
    const auto text = contentsOf(options.clientKeyFile, u"client key"_s);
    if (!text)
        return tl::unexpected<Failure>(text.error());
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(*text, kind, QSsl::Pem, QSsl::PrivateKey, options.clientKeyPass.reveal());
        if (!key.isNull())
            return key;
    }
    return fail(FailureKind::Tls,
        options.clientKeyPass.isEmpty()
            ? u"client key %1 holds no PEM private key that opens without a passphrase"_s.arg(options.clientKeyFile)
            : u"client key %1 does not open with its passphrase"_s.arg(options.clientKeyFile));
}

static Result<> showClient(QSslConfiguration &configuration, const HttpOptions &options)
{
    const auto chain = certificatesIn(options.clientCertFile, u"client certificate"_s);
    if (!chain)
        return tl::unexpected<Failure>(chain.error());
    const auto key = keyIn(options);
    if (!key)
        return tl::unexpected<Failure>(key.error());
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return {};
}

Result<QSslConfiguration> sslConfigurationOf(const HttpOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!options.caFile.isEmpty()) {
        const auto authorities = certificatesIn(options.caFile, u"CA file"_s);
        if (!authorities)
            return tl::unexpected<Failure>(authorities.error());
        configuration.addCaCertificates(*authorities);
    }
    if (!options.clientCertFile.isEmpty())
        if (const Result<> shown = showClient(configuration, options); !shown)
            return tl::unexpected<Failure>(shown.error());
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
