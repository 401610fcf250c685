// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/owner_link.h"
#include "base/wait.h"
#include "secrets/handover.h"
#include "workspace/owned_http.h"
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace workspace {

static QString socketName(const QString &dataDir)
{
    const QByteArray place = QFileInfo(dataDir).canonicalFilePath().toUtf8() + '\n' + QByteArray::number(::getuid());
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().first(24);
    return u"gatewright-"_s + QString::fromLatin1(hash);
}

static bool sameUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::getuid();
}

Result<> OwnerServer::listen(const QString &dataDir, GatewayAccess access)
{
    m_access = std::move(access);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { answer(); });
    const QString name = socketName(dataDir);
    QLocalServer::removeServer(name); // left behind by a program that was killed: the lock is ours
    if (!m_server.listen(name))
        return fail(FailureKind::Storage, name + u": "_s + m_server.errorString());
    return {};
}

void OwnerServer::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (sameUser(*socket)) {
            const QJsonObject object{{u"pid"_s, m_access.owner.pid}, {u"program"_s, m_access.owner.program},
                {u"data_url"_s, m_access.owner.dataUrl.toString()},
                {u"admin_url"_s, m_access.owner.adminUrl.toString()},
                {u"admin_key"_s, secrets::forPeer(m_access.adminKey)},
                {u"certificate"_s, QString::fromLatin1(m_access.certificate)}};
            socket->write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
        }
        socket->disconnectFromServer();
    }
}

static Result<GatewayAccess> accessOf(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    GatewayAccess access;
    access.owner.pid = object["pid"_L1].toInteger();
    access.owner.program = object["program"_L1].toString();
    access.owner.dataUrl = QUrl(object["data_url"_L1].toString());
    access.owner.adminUrl = QUrl(object["admin_url"_L1].toString());
    access.adminKey = Secret(object["admin_key"_L1].toString().toUtf8());
    access.certificate = object["certificate"_L1].toString().toLatin1();
    if (access.adminKey.isEmpty() || !access.owner.adminUrl.isValid())
        return fail(FailureKind::Decode, u"the embedded gateway's owner: admin_key"_s);
    return access;
}

Task<Result<GatewayAccess>> askOwner(QString dataDir, std::chrono::milliseconds limit)
{
    const auto owner = ownerOf(dataDir);
    if (!owner)
        co_return tl::unexpected<Failure>(nobodyRunsIt(dataDir, FailureKind::NotFound));
    QLocalSocket socket;
    socket.connectToServer(socketName(dataDir));
    const bool connected = socket.state() == QLocalSocket::ConnectedState;
    if (connected && !sameUser(socket))
        co_return fail(FailureKind::Forbidden, u"the local socket belongs to another user"_s);
    while (socket.state() != QLocalSocket::UnconnectedState && !socket.canReadLine()) {
        const bool more = co_await SignalWait(&socket, &QLocalSocket::readyRead, limit);
        if (!more)
            break;
    }
    if (!socket.canReadLine())
        co_return fail(
            FailureKind::Timeout, u"the owner of the embedded gateway, pid %1, does not answer"_s.arg(owner->pid));
    co_return accessOf(socket.readLine());
}

} // namespace workspace
