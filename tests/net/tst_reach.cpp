// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "fakes/run_task.h"
#include "fakes/tiny_server.h"
#include "fakes/tls_server.h"
#include "net/reach.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ReachTest : public QObject
{
    Q_OBJECT

private slots:
    void thePlainWayHasANameAndAConnection()
    {
        TinyServer server;
        const net::Reach reach = go(server.url());
        QVERIFY2(!reach.failure, qPrintable(reach.failure ? reach.failure->detail : QString()));
        QCOMPARE(reach.addresses, QStringList{u"127.0.0.1"_s});
        QVERIFY(reach.nameMs && reach.connectMs && !reach.encryptMs);
        QVERIFY(reach.proxy.isEmpty());
        QVERIFY2(server.received.isEmpty(), "nothing is sent");
    }

    void aClosedPortFailsAtConnect()
    {
        const net::Reach reach = go(QUrl(u"http://127.0.0.1:9/v1"_s));
        QVERIFY(reach.failure);
        QCOMPARE(reach.failedAt, net::Reach::Connect);
        QCOMPARE(reach.failure->kind, FailureKind::Network);
        QVERIFY2(reach.failure->detail.contains(u"port 9"_s), qPrintable(reach.failure->detail));
    }

    void anUnknownHostFailsAtItsName()
    {
        const net::Reach reach = go(QUrl(u"http://no-such-host.invalid/v1"_s));
        QVERIFY(reach.failure);
        QCOMPARE(reach.failedAt, net::Reach::Name);
        QVERIFY2(reach.failure->detail.contains(u"no-such-host.invalid"_s), qPrintable(reach.failure->detail));
        QVERIFY(!reach.connectMs);
    }

    void tlsIsToldWithItsCertificate()
    {
        TlsServer server(m_authority.serverWith("IP:127.0.0.1", "1"));
        const net::Reach reach = go(server.url(), m_authority.file(u"ca.pem"_s));
        QVERIFY2(!reach.failure, qPrintable(reach.failure ? reach.failure->detail : QString()));
        QVERIFY(reach.encryptMs && reach.tls);
        QVERIFY(reach.tls->protocol.startsWith(u"TLSv1."_s));
        QVERIFY(reach.tls->expires > QDateTime::currentDateTimeUtc());
        QVERIFY(server.received.isEmpty());
    }

    void anUntrustedCertificateFailsAtTls_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("nobody vouches") << QByteArray("IP:127.0.0.1") << false;
        QTest::newRow("made for another host") << QByteArray("DNS:other.example") << true;
    }
    void anUntrustedCertificateFailsAtTls()
    {
        QFETCH(QByteArray, names);
        QFETCH(bool, trusted);
        TlsServer server(m_authority.serverWith(names, "1"));
        const net::Reach reach = go(server.url(), trusted ? m_authority.file(u"ca.pem"_s) : QString());
        QVERIFY(reach.failure);
        QCOMPARE(reach.failedAt, net::Reach::Encrypt);
        QCOMPARE(reach.failure->kind, FailureKind::Tls);
        QVERIFY(!reach.tls);
    }

    void aServerThatDoesNotSpeakTlsFailsInTime()
    {
        TinyServer server;
        server.closes = false;
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        const net::Reach reach = finished(net::reach(url, {}, 300ms));
        QVERIFY(reach.failure);
        QCOMPARE(reach.failedAt, net::Reach::Encrypt);
        QCOMPARE(reach.failure->kind, FailureKind::Timeout);
    }

    void aProxyIsNamedAndLooksTheHostUpItself()
    {
        net::HttpOptions options;
        options.proxy = net::HttpOptions::Proxy::Manual;
        options.proxyHost = u"127.0.0.1"_s;
        options.proxyPort = 9;
        const net::Reach reach = finished(net::reach(QUrl(u"http://gateway.invalid/v1"_s), options, 2s));
        QCOMPARE(reach.proxy, u"127.0.0.1:9"_s);
        QVERIFY(!reach.nameMs);
        QVERIFY(reach.failure);
        QCOMPARE(reach.failedAt, net::Reach::Connect);
    }

    void aMissingAuthorityFileIsNamed()
    {
        TlsServer server(m_authority.serverWith("IP:127.0.0.1", "1"));
        const net::Reach reach = go(server.url(), u"/no/such/ca.pem"_s);
        QVERIFY(reach.failure);
        QVERIFY2(reach.failure->detail.contains(u"/no/such/ca.pem"_s), qPrintable(reach.failure->detail));
    }

private:
    static net::Reach go(const QUrl &url, const QString &caFile = {})
    {
        net::HttpOptions options;
        options.caFile = caFile;
        return finished(net::reach(url, options, 5s));
    }

    Authority m_authority;
};

QTEST_GUILESS_MAIN(ReachTest)
#include "tst_reach.moc"
