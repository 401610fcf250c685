// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "fakes/run_task.h"
#include "secrets/vaults.h"
#include "workspace/gateway_calls.h"
#include "workspace/test_gateway_host.h"
#include <QSslServer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Mode = workspace::TestGateway::Mode;

// Calls of our own to the embedded gateway when it serves TLS: they take its very certificate, and no other.
class GatewayTlsTest : public QObject
{
    Q_OBJECT

private slots:
    void theOneThatItServesIsTaken()
    {
        authority.serverWith("DNS:elsewhere.test", "2");
        QTemporaryDir dir;
        Clock clock;
        secrets::Vaults vaults{{.dataDir = dir.path(), .only = secrets::VaultKind::Session}};
        workspace::TestGatewayHost host(dir.path(), vaults, clock);
        workspace::GatewayWish wish;
        wish.certFile = authority.file(u"gw.pem"_s);
        wish.keyFile = authority.file(u"gw.key"_s);
        wish.listen = workspace::Listen{u"127.0.0.1"_s, 0};
        host.setWish(wish);
        const auto up = finished(host.started());
        QVERIFY2(up, qPrintable(up ? QString() : up.error().detail));
        QCOMPARE(host.state().adminUrl.scheme(), u"https"_s);
        workspace::GatewayCalls calls(dir.path());
        QVERIFY(finished(calls.reach()));
        const auto status = finished(calls.object(u"status"_s));
        QVERIFY2(status, qPrintable(status ? QString() : status.error().detail));
        host.watch(true); // as the window's page does
        QTRY_VERIFY_WITH_TIMEOUT(host.state().glance.looked, 10'000);
        QVERIFY(!host.state().glance.failure);
        host.stop();
        QTRY_VERIFY_WITH_TIMEOUT(host.state().mode == Mode::Stopped, 10'000);
    }

    void anotherOneAtItsAddressIsRefusedAndHearsNothing()
    {
        QSslServer server;
        server.setSslConfiguration(authority.serverWith("IP:127.0.0.1", "2"));
        QByteArray heard;
        connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, &server, [&heard, socket] { heard += socket->readAll(); });
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        authority.serverWith("IP:127.0.0.1", "2"); // what the gateway was started with
        QFile started(authority.file(u"gw.pem"_s));
        QVERIFY(started.open(QIODevice::ReadOnly));

        QTemporaryDir dir;
        const auto lock = workspace::GatewayLock::take(dir.path());
        QVERIFY(lock);
        const QUrl url(u"https://127.0.0.1:%1"_s.arg(server.serverPort()));
        const workspace::GatewayOwner owner{1, u"gwctl"_s, url, url};
        (*lock)->write(owner);
        workspace::OwnerServer answers;
        QVERIFY(answers.listen(dir.path(), {owner, Secret("gwa-EXAMPLE"), started.readAll()}));
        workspace::GatewayCalls calls(dir.path());
        QVERIFY(finished(calls.reach()));
        const auto status = finished(calls.object(u"status"_s));
        QVERIFY(!status);
        QCOMPARE(status.error().kind, FailureKind::Tls);
        QVERIFY2(status.error().detail.contains(u"another certificate"_s), qPrintable(status.error().detail));
        QVERIFY(heard.isEmpty());
    }

private:
    Authority authority;
};

QTEST_GUILESS_MAIN(GatewayTlsTest)
#include "tst_gateway_tls.moc"
