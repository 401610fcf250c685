// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

// What a gateway as a whole does wrong; what a single model does wrong is a scripted model of the embedded gateway.
enum class GatewayFault {
    None,
    WebPage, // the console answers where the API was looked for
    PublicList, // of models, to whoever asks
    KeysNotEnforced, // a chat call with any key is served
    OtherClock, // five minutes ahead
    EmptyStatus, // 200 and nothing on the status route
    NoModelName, // in its answers
    NoRequestId, // in its headers
};

// A gateway on a real socket, in the thread of the test: HTTP/1.1, one key, one model "m", all of it right but one fault.
class FaultyGateway : public QObject
{
public:
    static QByteArray key() { return "sk-test-0123456789abcdef"; }

    explicit FaultyGateway(GatewayFault fault, const std::optional<QSslConfiguration> &tls = {})
        : m_fault(fault), m_scheme(tls ? QStringLiteral("https") : QStringLiteral("http"))
    {
        if (tls) {
            auto server = std::make_unique<QSslServer>();
            server->setSslConfiguration(*tls);
            m_server = std::move(server);
        } else {
            m_server = std::make_unique<QTcpServer>();
        }
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { serve(); });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port for a gateway");
    }
    QUrl dataBase() const { return base(QStringLiteral("v1")); }
    QUrl adminBase() const { return base(QStringLiteral("admin")); }
    int begun = 0; // streams
    int left = 0; // streams whose reader went before their end

private:
    struct Asked
    {
        QByteArray path;
        bool known = false; // by its key
        QJsonObject body;
    };

    QUrl base(const QString &path) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/%3").arg(m_scheme).arg(m_server->serverPort()).arg(path));
    }

    void serve()
    {
        QTcpSocket *socket = m_server->nextPendingConnection();
        auto waiting = std::make_shared<QByteArray>();
        const auto read = [this, socket, waiting] {
            *waiting += socket->readAll();
            while (const auto asked = take(*waiting))
                answer(socket, *asked);
        };
        connect(socket, &QTcpSocket::readyRead, this, read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read();
    }

    // The first request that is whole; what remains waits.
    static std::optional<Asked> take(QByteArray &waiting)
    {
        const qsizetype end = waiting.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        const QByteArrayList lines = waiting.left(end).split('\n');
        Asked asked;
        asked.path = lines.first().split(' ').value(1);
        qsizetype length = 0;
        for (const QByteArray &line : lines) {
            const QByteArray name = line.left(line.indexOf(':')).toLower();
            const QByteArray value = line.mid(name.size() + 1).trimmed();
            if (name == "content-length")
                length = value.toLongLong();
            if (name == "authorization")
                asked.known = value == "Bearer " + key();
        }
        if (waiting.size() < end + 4 + length)
            return {};
        asked.body = QJsonDocument::fromJson(waiting.mid(end + 4, length)).object();
        waiting.remove(0, end + 4 + length);
        return asked;
    }

    void answer(QTcpSocket *socket, const Asked &asked)
    {
        const bool isList = asked.path == "/v1/models";
        const bool served =
            asked.known || m_fault == (isList ? GatewayFault::PublicList : GatewayFault::KeysNotEnforced);
        if (asked.path == "/admin/status")
            whole(socket, m_fault == GatewayFault::EmptyStatus ? QByteArray() : QByteArray(R"({"status":"ok"})"));
        else if (m_fault == GatewayFault::WebPage)
            whole(socket, "<!DOCTYPE html><html><title>Sign in</title></html>", 200, "text/html; charset=utf-8");
        else if (!served)
            whole(socket,
                R"({"error":{"message":"wrong key","type":"invalid_request_error","code":"invalid_api_key"}})", 401);
        else if (isList)
            whole(socket, R"({"object":"list","data":[{"id":"m","object":"model"}]})");
        else if (asked.body[QLatin1String("stream")].toBool())
            stream(socket);
        else
            whole(socket, chat(asked.body));
    }

    QByteArray chat(const QJsonObject &body)
    {
        const QJsonArray messages = body[QLatin1String("messages")].toArray();
        const QString said = messages.last()[QLatin1String("content")].toString();
        const QJsonObject message{
            {QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), said}};
        const QJsonObject choice{{QStringLiteral("index"), 0}, {QStringLiteral("message"), message},
            {QStringLiteral("finish_reason"), QStringLiteral("stop")}};
        QJsonObject reply{{QStringLiteral("id"), QStringLiteral("chatcmpl-%1").arg(++m_calls)},
            {QStringLiteral("object"), QStringLiteral("chat.completion")},
            {QStringLiteral("choices"), QJsonArray{choice}},
            {QStringLiteral("usage"),
                QJsonObject{{QStringLiteral("prompt_tokens"), 9}, {QStringLiteral("completion_tokens"), 3},
                    {QStringLiteral("total_tokens"), 12}}}};
        if (m_fault != GatewayFault::NoModelName)
            reply[QStringLiteral("model")] = body[QLatin1String("model")];
        return QJsonDocument(reply).toJson(QJsonDocument::Compact);
    }

    void whole(
        QTcpSocket *socket, const QByteArray &body, int status = 200, const QByteArray &type = "application/json")
    {
        socket->write(head(status, type) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    // A numbered list, a millisecond an item, for as long as somebody reads.
    void stream(QTcpSocket *socket)
    {
        ++begun;
        socket->write(head(200, "text/event-stream") + "Transfer-Encoding: chunked\r\n\r\n");
        auto *pace = new QTimer(socket);
        connect(pace, &QTimer::timeout, socket, [socket, item = 0]() mutable {
            const QByteArray event =
                R"(data: {"id":"chatcmpl-1","model":"m","choices":[{"index":0,"delta":{"content":")"
                + QByteArray::number(++item) + R"(.\n"}}]})" + "\n\n";
            socket->write(QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n");
        });
        connect(socket, &QTcpSocket::disconnected, this, [this] { ++left; });
        pace->start(1);
    }

    QByteArray head(int status, const QByteArray &type)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_fault == GatewayFault::OtherClock ? 300 : 0);
        const QString date = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type
            + "\r\nDate: " + date.toLatin1() + "\r\n";
        if (m_fault != GatewayFault::NoRequestId)
            out += "x-request-id: req-" + QByteArray::number(++m_calls) + "\r\n";
        return out;
    }

    const GatewayFault m_fault;
    const QString m_scheme;
    std::unique_ptr<QTcpServer> m_server;
    int m_calls = 0;
};
