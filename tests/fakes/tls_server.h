// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>

// Answers every request over TLS, and counts those that got through.
class TlsServer
{
public:
    explicit TlsServer(const QSslConfiguration &configuration)
    {
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QUrl url(const char *scheme = "https", const char *host = "127.0.0.1") const
    {
        return QUrl(QStringLiteral("%1://%2:%3/v1/models")
                        .arg(QLatin1String(scheme), QLatin1String(host))
                        .arg(m_server.serverPort()));
    }

    QByteArray received;

private:
    QSslServer m_server;
};
