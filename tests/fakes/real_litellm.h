// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "fakes/run_task.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include "net/endpoint.h"
#include "net/qt_http.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

// A LiteLLM with its database (tests/servers/litellm/serve.sh), this program's adapter before it, and gwctl as a person
// would use it. It ends with this object.
class RealLitellm
{
public:
    struct Said
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    RealLitellm()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("UPSTREAM_KEY"), QStringLiteral("sk-EXAMPLEupstream00000001"));
        environment.insert(QStringLiteral("LITELLM_KEY"), QString::fromLatin1(master));
        m_server.setProcessEnvironment(environment);
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral(SOURCE_DIR "/tests/servers/litellm/serve.sh"), QStringList());
        while (!m_server.canReadLine())
            if (!m_server.waitForReadyRead(480'000)) // the first time it is installed
                qFatal("LiteLLM does not start");
        const QJsonObject places = QJsonDocument::fromJson(m_server.readLine()).object();
        url = QUrl(places[QLatin1StringView("url")].toString());
        upstream = places[QLatin1StringView("upstream")].toString();
        m_database = places[QLatin1StringView("database")].toString();
        admin = gateway::adapterOf(u"litellm")->connect({url, url, Secret(master), {}, {}, http, clock});
    }
    ~RealLitellm()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished(30'000);
    }
    RealLitellm(const RealLitellm &) = delete;

    static constexpr auto master = "sk-EXAMPLEmaster1234";
    QUrl url;
    QString upstream; // where its models are served, under UPSTREAM_KEY
    net::QtHttp http;
    Clock clock;
    std::unique_ptr<gateway::Admin> admin;

    Said gwctl(const QStringList &words)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LITELLM_KEY"), QString::fromLatin1(master));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("%1/gwctl").arg(qEnvironmentVariable("TEST_BIN")),
            QStringList{QStringLiteral("--data-dir"), m_data.path()} + words);
        process.closeWriteChannel();
        process.waitForFinished(100'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    // Whether its database takes this statement.
    bool sql(const QString &statement)
    {
        return QProcess::execute(QStringLiteral("psql"),
                   {QStringLiteral("-q"), QStringLiteral("-d"), m_database, QStringLiteral("-c"), statement})
            == 0;
    }
    // One call of a model, as a client makes it. Its id is in the header x-litellm-call-id.
    Task<net::Exchange> call(QByteArray secret, QString model, QString path = QStringLiteral("v1/chat/completions"))
    {
        QJsonObject body{{QStringLiteral("model"), model}, {QStringLiteral("max_tokens"), 4}};
        if (path.endsWith(u"embeddings"))
            body = {{QStringLiteral("model"), model}, {QStringLiteral("input"), QStringLiteral("hi")}};
        else
            body[QStringLiteral("messages")] = QJsonArray{QJsonObject{
                {QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), QStringLiteral("hi")}}};
        return post(secret, path, body);
    }
    Task<net::Exchange> post(QByteArray secret, QString path, QJsonObject body)
    {
        net::Request request;
        request.method = "POST";
        request.url = net::endpoint(url, path);
        request.headers << net::bearer(Secret(secret)) << net::Header{"Content-Type", "application/json"};
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return http.send(std::move(request));
    }

private:
    QString m_database;
    QTemporaryDir m_data;
    QProcess m_server;
};
