// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

// A gateway of several workers behind one address: connections go round them, and a connection stays with its worker.
// One key works; after disable() each worker learns it after a lag of its own, on the real clock. Gives the model list.
class WorkerGateway : public QObject
{
public:
    explicit WorkerGateway(QList<std::chrono::milliseconds> lags) : m_lags(std::move(lags))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { serve(m_server.nextPendingConnection()); });
        m_server.listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(m_server.serverPort())); }
    void disable() { m_disabled.start(); }

    static constexpr auto key = "sk-example-of-a-worker";
    int connections = 0;
    QList<int> asked; // worker by worker, in the order of the calls
    qint64 lastAdmittedMs = -1; // with the key, after disable()

private:
    void serve(QTcpSocket *socket)
    {
        const int worker = connections++ % int(m_lags.size());
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, worker, own = QByteArray()]() mutable {
            own += socket->readAll();
            for (qsizetype end = own.indexOf("\r\n\r\n"); end >= 0; end = own.indexOf("\r\n\r\n")) {
                answer(socket, worker, own.first(end));
                own = own.sliced(end + 4);
            }
        });
    }
    bool admits(int worker, const QByteArray &head)
    {
        if (!head.contains(key))
            return false;
        const bool knows = m_disabled.isValid() && m_disabled.elapsed() >= m_lags.at(worker).count();
        if (!knows && m_disabled.isValid())
            lastAdmittedMs = m_disabled.elapsed();
        return !knows;
    }
    // Keep-alive whatever the caller asks for: some balancers are like that.
    void answer(QTcpSocket *socket, int worker, const QByteArray &head)
    {
        asked << worker;
        const bool ok = admits(worker, head);
        const QByteArray body = ok ? R"({"object":"list","data":[]})" : R"({"error":{"message":"disabled key"}})";
        socket->write(QByteArray(ok ? "HTTP/1.1 200 OK" : "HTTP/1.1 401 Unauthorized")
            + "\r\nContent-Type: application/json\r\nConnection: keep-alive\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QTcpServer m_server;
    QList<std::chrono::milliseconds> m_lags;
    QElapsedTimer m_disabled;
};
