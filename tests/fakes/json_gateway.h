// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

// An HTTP server on loopback that answers by "VERB /path", one request a connection. It can go away and come back.
class JsonGateway : public QObject
{
public:
    JsonGateway()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { serve(m_server.nextPendingConnection()); });
        come();
        m_port = m_server.serverPort();
    }

    QMap<QString, QByteArray> bodies; // by call; what is not here is 404
    QMap<QString, QByteArray> statuses; // by call, "401 Unauthorized"; of others 200
    QByteArray type = "application/json"; // of every answer
    QByteArray secret; // the only one that is served; empty: every one
    int failing = 0; // so many answers are 503, then all is well
    QStringList calls; // in order
    QByteArray heads; // of all that was asked

    QUrl url(const QString &path) const { return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path)); }
    void go() { m_server.close(); }
    bool come() { return m_server.listen(QHostAddress::LocalHost, m_port); }
    bool moveTo(quint16 port)
    {
        go();
        m_port = port;
        return come();
    }

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray asked = socket->property("asked").toByteArray() + socket->readAll();
            socket->setProperty("asked", asked);
            if (isWhole(asked))
                answer(socket, asked);
        });
    }
    static bool isWhole(const QByteArray &asked)
    {
        const qsizetype head = asked.indexOf("\r\n\r\n");
        const qsizetype length = asked.toLower().indexOf("content-length:");
        const qsizetype body =
            length < 0 ? 0 : asked.mid(length + 15, asked.indexOf("\r\n", length) - length - 15).toLongLong();
        return head >= 0 && asked.size() >= head + 4 + body;
    }
    void answer(QTcpSocket *socket, const QByteArray &asked)
    {
        const QByteArrayList line = asked.left(asked.indexOf("\r\n")).split(' ');
        const QString call = QString::fromLatin1(line.value(0) + ' ' + line.value(1));
        calls << call;
        heads += asked.left(asked.indexOf("\r\n\r\n") + 4);
        const bool known = secret.isEmpty() || asked.contains("Bearer " + secret + "\r\n");
        QByteArray status = known ? "200 OK" : "401 Unauthorized";
        if (failing > 0 && failing--)
            status = "503 Service Unavailable";
        else if (known && !bodies.contains(call))
            status = "404 Not Found";
        else
            status = statuses.value(call, status);
        const QByteArray body = status.startsWith("200") || statuses.contains(call)
            ? bodies.value(call)
            : R"({"error":{"message":"as told"}})";
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type
            + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
};
