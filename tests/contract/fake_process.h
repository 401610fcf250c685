// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/run_task.h"
#include "gateway/admin.h"
#include "net/qt_http.h"
#include <map>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace contract {

inline const QString fakeGateway = QStringLiteral(SOURCE_DIR "/tests/contract/fake_gateway.py");

// One run of tests/contract/fake_gateway.py: it ends with this object. Its clock stands where its recordings were made.
class FakeProcess
{
public:
    explicit FakeProcess(const QString &generation)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral("python3"), {fakeGateway, generation, QStringLiteral("--now"), QStringLiteral("recorded")});
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(20'000))
                qFatal("the fake gateway does not start");
        m_told = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    FakeProcess(FakeProcess &&) = delete;
    ~FakeProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

    // One process for each generation; it stays until the end of the program.
    static FakeProcess &of(const QString &generation)
    {
        static std::map<QString, std::unique_ptr<FakeProcess>> running;
        std::unique_ptr<FakeProcess> &one = running[generation];
        if (!one)
            one = std::make_unique<FakeProcess>(generation);
        return *one;
    }
    static QJsonArray generations()
    {
        QProcess list;
        list.start(QStringLiteral("python3"), {fakeGateway, QStringLiteral("--list")});
        if (!list.waitForFinished(20'000))
            qFatal("the fake gateway does not start");
        return QJsonDocument::fromJson(list.readAllStandardOutput()).array();
    }

    QString text(const char *name) const { return m_told[QLatin1StringView(name)].toString(); }
    QJsonObject suite() const { return m_told[QLatin1StringView("suite")].toObject(); }
    QDateTime now() const { return QDateTime::fromString(text("now"), Qt::ISODate); }
    QStringList secrets() const
    {
        QStringList all;
        for (const QJsonValue &one : m_told[QLatin1StringView("secrets")].toArray())
            all << one.toString();
        return all;
    }
    gateway::Connection connection(net::Http &http, const Clock &clock) const
    {
        const QJsonObject how = m_told[QLatin1StringView("connect")].toObject();
        const auto field = [&how](const char *name) { return how[QLatin1StringView(name)].toString(); };
        return {QUrl(text("data_url")), QUrl(text("admin_url")), Secret(field("admin_secret").toUtf8()),
            Secret(field("data_secret").toUtf8()), field("user_id"), http, clock};
    }

    // Asks its control path; the answer is its state (fake_gateway.py says what is there).
    QJsonObject control(const char *what, const QJsonObject &body = {})
    {
        net::Request request;
        request.method = "POST";
        request.url = QUrl(text("url") + QLatin1StringView("/__fake/") + QLatin1StringView(what));
        request.headers << net::Header{"Content-Type", "application/json"};
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        const net::Exchange answer = finished(m_http.send(request), std::chrono::seconds(20));
        if (answer.status != 200)
            qFatal("the fake gateway does not know %s", what);
        return QJsonDocument::fromJson(answer.body).object();
    }

private:
    net::QtHttp m_http;
    QProcess m_process;
    QJsonObject m_told;
};

} // namespace contract
