// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "fakes/run_task.h"
#include "fakes/tls_server.h"
#include "net/endpoint.h"
#include "net/qt_http.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TlsTest : public QObject
{
    Q_OBJECT

private slots:
    void anOwnAuthorityIsTrustedWhenNamed()
    {
        TlsServer server(authority.serverWith("IP:127.0.0.1", "2"));
        const auto exchange = get(server.url(), authority.file(u"ca.pem"_s));
        QVERIFY2(!exchange.failure, qPrintable(exchange.failure ? exchange.failure->detail : QString()));
        QCOMPARE(exchange.status, 200);
        QVERIFY(exchange.tls && exchange.tls->protocol.startsWith(u"TLSv1."_s));
        QVERIFY(exchange.tls->expires > QDateTime::currentDateTimeUtc());
        QVERIFY(exchange.timings.tls);
    }

    void otherwiseTheErrorIsNamedAndNoKeyIsSent_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("days");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown authority") << QByteArray("IP:127.0.0.1") << QByteArray("2") << false << u"issuer"_s;
        QTest::newRow("wrong host") << QByteArray("DNS:elsewhere.test") << QByteArray("2") << true << u"host name"_s;
        QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << QByteArray("-1") << true << u"expired"_s;
    }

    void otherwiseTheErrorIsNamedAndNoKeyIsSent()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, days);
        QFETCH(bool, trusted);
        QFETCH(QString, error);
        TlsServer server(authority.serverWith(names, days.constData()));
        const auto exchange = get(server.url(), trusted ? authority.file(u"ca.pem"_s) : QString());
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, FailureKind::Tls);
        QVERIFY2(exchange.failure->detail.contains(error), qPrintable(exchange.failure->detail));
        QVERIFY(server.received.isEmpty());
    }

    void aPinnedCertificateIsTakenWhateverItsNameAndDateAndNoOther_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("days");
        QTest::newRow("valid") << QByteArray("IP:127.0.0.1") << QByteArray("2");
        QTest::newRow("another name") << QByteArray("DNS:elsewhere.test") << QByteArray("2");
        QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << QByteArray("-1");
    }
    void aPinnedCertificateIsTakenWhateverItsNameAndDateAndNoOther()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, days);
        TlsServer server(authority.serverWith(names, days.constData()));
        const QByteArray own = pem(u"gw.pem"_s);
        TlsServer other(authority.serverWith("IP:127.0.0.1", "2"));
        net::QtHttp http;
        http.trustOnly(own);
        const auto taken = ask(http, server.url());
        QVERIFY2(!taken.failure, qPrintable(taken.failure ? taken.failure->detail : QString()));
        QVERIFY(server.received.contains("sk-test"));
        const auto refused = ask(http, other.url());
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->kind, FailureKind::Tls);
        QVERIFY2(refused.failure->detail.startsWith(u"another certificate"_s), qPrintable(refused.failure->detail));
        QVERIFY(other.received.isEmpty());
    }

    void aCertificateThatItsAuthorityVouchesForIsNotThePinnedOne()
    {
        authority.serverWith("IP:127.0.0.1", "2");
        const QByteArray pinned = pem(u"gw.pem"_s);
        TlsServer server(authority.serverWith("IP:127.0.0.1", "2"));
        net::HttpOptions options;
        options.caFile = authority.file(u"ca.pem"_s);
        net::QtHttp http(options);
        http.trustOnly(pinned);
        QCOMPARE(ask(http, server.url()).failure->kind, FailureKind::Tls);
        QVERIFY(server.received.isEmpty());
        http.trustOnly({});
        QVERIFY(!ask(http, server.url()).failure);
    }

    void aServerThatDemandsACertificateGetsIt_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("plain key") << QByteArray();
        QTest::newRow("encrypted key") << QByteArray("two words");
    }
    void aServerThatDemandsACertificateGetsIt()
    {
        QFETCH(QByteArray, passphrase);
        authority.makeClient(passphrase.constData());
        TlsServer server(authority.demandingServer());
        QVERIFY(get(server.url(), authority.file(u"ca.pem"_s)).failure); // without one
        QVERIFY(server.received.isEmpty());
        net::HttpOptions options;
        options.caFile = authority.file(u"ca.pem"_s);
        options.clientCertFile = authority.file(u"client.pem"_s);
        options.clientKeyFile = authority.file(passphrase.isEmpty() ? u"client.key"_s : u"locked.key"_s);
        net::QtHttp http(options);
        if (!passphrase.isEmpty()) {
            const auto locked = ask(http, server.url());
            QVERIFY(locked.failure && locked.failure->kind == FailureKind::Tls);
            QVERIFY2(locked.failure->detail.contains(u"without a passphrase"_s), qPrintable(locked.failure->detail));
            options.clientKeyPass = Secret("another word");
            http.useFiles(options);
            QVERIFY(ask(http, server.url()).failure->detail.contains(u"does not open with its passphrase"_s));
            options.clientKeyPass = Secret(passphrase);
            http.useFiles(options);
        }
        const auto answer = ask(http, server.url());
        QVERIFY2(!answer.failure, qPrintable(answer.failure ? answer.failure->detail : QString()));
        QCOMPARE(answer.status, 200);
    }

    void aBadAuthorityFileIsSaidBeforeAnythingIsSent()
    {
        TlsServer server(authority.serverWith("IP:127.0.0.1", "2"));
        for (const QString &file : {u"/no/such/ca.pem"_s, authority.file(u"ext"_s)}) {
            const auto exchange = get(server.url(), file);
            QVERIFY(exchange.failure && exchange.failure->kind == FailureKind::Tls);
            QVERIFY2(exchange.failure->detail.contains(file), qPrintable(exchange.failure->detail));
        }
    }

    void plainHttpToATlsPortFails()
    {
        TlsServer server(authority.serverWith("IP:127.0.0.1", "2"));
        const auto exchange = get(server.url("http"), {});
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.status, 0);
    }

    void tlsToAPlainPortFails()
    {
        QTcpServer plain;
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        const auto exchange = get(QUrl(u"https://127.0.0.1:%1/"_s.arg(plain.serverPort())), {});
        QVERIFY(exchange.failure);
        QVERIFY(exchange.failure->kind == FailureKind::Tls || exchange.failure->kind == FailureKind::Timeout);
    }

private:
    static net::Exchange get(const QUrl &url, const QString &caFile)
    {
        net::HttpOptions options;
        options.caFile = caFile;
        net::QtHttp http(options);
        return ask(http, url);
    }
    static net::Exchange ask(net::QtHttp &http, const QUrl &url)
    {
        net::Request request;
        request.url = url;
        request.headers << net::bearer(Secret("sk-test"));
        request.limits.connect = 2s;
        request.limits.firstHeader = 2s;
        return finished(http.send(request));
    }

    QByteArray pem(const QString &name) const
    {
        QFile file(authority.file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Authority authority;
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
