// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reach.h"
#include "base/wait.h"
#include <QElapsedTimer>
#include <QHostInfo>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace net {

namespace {

// Waits for QHostInfo, which calls back instead of signalling.
class Lookup final : public QObject
{
    Q_OBJECT

public:
    explicit Lookup(const QString &host) { m_id = QHostInfo::lookupHost(host, this, &Lookup::take); }
    ~Lookup() override { QHostInfo::abortHostLookup(m_id); }
    QHostInfo found;

signals:
    void ended();

private:
    void take(const QHostInfo &info)
    {
        found = info;
        emit ended();
    }
    int m_id = 0;
};

quint16 portOf(const QUrl &url)
{
    return quint16(url.port(url.scheme() == u"https"_s ? 443 : 80));
}

QNetworkProxy proxyBefore(const QUrl &url, const HttpOptions &options)
{
    const QNetworkProxy proxy = proxyOf(options);
    if (proxy.type() != QNetworkProxy::DefaultProxy)
        return proxy;
    const auto all = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return all.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : all.first();
}

FailureKind kindOf(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SocketTimeoutError ? FailureKind::Timeout : FailureKind::Network;
}

// Qt's sentence as the middle of one of ours.
QString causeOf(const QAbstractSocket &socket)
{
    const QString text = socket.errorString();
    return text.isEmpty() ? text : text.at(0).toLower() + text.mid(1);
}

// `only` is PEM; empty: every one that was vouched for will do.
bool isAnother(const QSslCertificate &shown, const QByteArray &only)
{
    return !only.isEmpty() && QSslCertificate(only, QSsl::Pem) != shown;
}

// One way to one host.
class Way final
{
public:
    Way(QUrl url, HttpOptions options, std::chrono::milliseconds limit)
        : m_url(std::move(url)), m_options(std::move(options)), m_limit(limit)
    {}

    Task<Reach> go()
    {
        const QNetworkProxy proxy = proxyBefore(m_url, m_options);
        const bool direct = proxy.type() == QNetworkProxy::NoProxy;
        if (!direct)
            m_reach.proxy = u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
        if (direct)
            co_await lookUp();
        if (!m_reach.failure)
            co_await connectTo(proxy);
        if (!m_reach.failure && m_url.scheme() == u"https"_s)
            co_await encrypt();
        co_return m_reach;
    }

private:
    void failAt(Reach::Step step, FailureKind kind, const QString &detail)
    {
        m_reach.failedAt = step;
        m_reach.failure = Failure{kind, detail, 0};
    }

    Task<> lookUp()
    {
        QElapsedTimer clock;
        clock.start();
        Lookup lookup(m_url.host());
        const bool ended = co_await SignalWait(&lookup, &Lookup::ended, m_limit);
        m_reach.nameMs = clock.elapsed();
        if (!ended)
            failAt(Reach::Name, FailureKind::Timeout, u"no answer from the name service"_s);
        else if (lookup.found.error() != QHostInfo::NoError)
            failAt(
                Reach::Name, FailureKind::Network, u"%1: %2"_s.arg(m_url.host(), lookup.found.errorString().toLower()));
        for (const QHostAddress &address : lookup.found.addresses())
            m_reach.addresses << address.toString();
    }

    Task<> connectTo(QNetworkProxy proxy)
    {
        QElapsedTimer clock;
        clock.start();
        const bool tunnel = proxy.type() != QNetworkProxy::NoProxy && m_url.scheme() == u"https"_s;
        const bool relay = proxy.type() != QNetworkProxy::NoProxy && !tunnel; // plain calls go to the proxy itself
        m_socket.setProxy(tunnel ? proxy : QNetworkProxy(QNetworkProxy::NoProxy));
        bool refused = false;
        const auto note =
            QObject::connect(&m_socket, &QAbstractSocket::errorOccurred, &m_socket, [&refused] { refused = true; });
        QObject::connect(&m_socket, &QAbstractSocket::errorOccurred, &m_socket, &QAbstractSocket::connected);
        const quint16 port = relay ? proxy.port() : portOf(m_url);
        m_socket.connectToHost(relay ? proxy.hostName() : m_url.host(), port);
        const bool came = co_await SignalWait(&m_socket, &QAbstractSocket::connected, m_limit);
        QObject::disconnect(note);
        m_reach.connectMs = clock.elapsed();
        if (!came)
            failAt(Reach::Connect, FailureKind::Timeout, u"port %1 does not answer"_s.arg(port));
        else if (refused)
            failAt(Reach::Connect, kindOf(m_socket.error()),
                (relay || tunnel ? u"proxy: "_s : u"port %1: "_s.arg(port)) + causeOf(m_socket));
    }

    Task<> encrypt()
    {
        const auto ssl = sslConfigurationOf(m_options);
        if (!ssl) {
            failAt(Reach::Encrypt, ssl.error().kind, ssl.error().detail);
            co_return;
        }
        QElapsedTimer clock;
        clock.start();
        m_socket.setSslConfiguration(*ssl);
        if (!m_options.onlyCertificate.isEmpty())
            m_socket.setPeerVerifyMode(QSslSocket::VerifyNone); // the very certificate is compared instead
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket, [this](const QList<QSslError> &all) {
            for (const QSslError &error : all)
                m_tlsErrors << error.errorString();
        });
        QObject::connect(&m_socket, &QAbstractSocket::errorOccurred, &m_socket, &QSslSocket::encrypted);
        m_socket.setPeerVerifyName(m_url.host());
        m_socket.startClientEncryption();
        const bool came = co_await SignalWait(&m_socket, &QSslSocket::encrypted, m_limit);
        m_reach.encryptMs = clock.elapsed();
        if (!came)
            failAt(Reach::Encrypt, FailureKind::Timeout, u"no answer to the TLS greeting"_s);
        else if (!m_socket.isEncrypted())
            failAt(Reach::Encrypt, FailureKind::Tls,
                m_tlsErrors.isEmpty() ? causeOf(m_socket) : m_tlsErrors.join(u"; "_s));
        else if (isAnother(m_socket.peerCertificate(), m_options.onlyCertificate))
            failAt(Reach::Encrypt, FailureKind::Tls, u"another certificate than the one it was started with"_s);
        else
            noteTls();
    }

    void noteTls()
    {
        const QSslCertificate peer = m_socket.peerCertificate();
        m_reach.tls = Tls{m_socket.sessionCipher().protocolString(),
            peer.subjectInfo(QSslCertificate::CommonName).join(u", "_s), peer.expiryDate().toUTC()};
    }

    QUrl m_url;
    HttpOptions m_options;
    std::chrono::milliseconds m_limit;
    QSslSocket m_socket;
    QStringList m_tlsErrors;
    Reach m_reach;
};

} // namespace

Task<Reach> reach(QUrl url, HttpOptions options, std::chrono::milliseconds limit)
{
    Way way(std::move(url), std::move(options), limit);
    co_return co_await way.go();
}

} // namespace net
#include "reach.moc"
