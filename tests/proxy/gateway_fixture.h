// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "http_client.h"
#include "proxy/gateway.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

inline const std::string adminKey = "admin-key-of-these-tests";

inline QJsonObject jsonOf(const client::Answer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

inline QString textAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

// A gateway on free ports over a database in a folder of its own, and the calls a test makes to it.
class Fixture final
{
public:
    explicit Fixture(proxy::Options given = {}) : options(std::move(given))
    {
        options.adminKey = adminKey;
        if (options.dbPath.empty())
            options.dbPath = dir.filePath(QStringLiteral("gateway.db")).toStdString();
    }

    bool start()
    {
        const auto started = gateway.start(options);
        if (!started)
            qWarning("%s", started.error().detail.c_str());
        return started.has_value();
    }
    int dataPort() const { return gateway.started().dataPort; }
    int adminPort() const { return gateway.started().adminPort; }

    client::Answer admin(const std::string &method, const std::string &path, const std::string &body = {},
        const std::string &more = {}) const
    {
        return client::ask(adminPort(), method, "/admin/v1" + path, adminKey, body, more);
    }

    // A key made through the admin API: its secret. settings: more members of the body.
    std::string newKey(const std::string &name = "k", const std::string &settings = {}) const
    {
        const auto answer =
            admin("POST", "/keys", R"({"name":")" + name + '"' + (settings.empty() ? settings : ',' + settings) + '}');
        return textAt(jsonOf(answer), "secret").toStdString();
    }

    client::Answer chat(const std::string &key, const std::string &model, const std::string &prompt,
        const std::string &members = {}, const std::string &headers = {}) const
    {
        return client::ask(dataPort(), "POST", "/v1/chat/completions", key, chatBody(model, prompt, members), headers);
    }

    static std::string chatBody(const std::string &model, const std::string &prompt, const std::string &members = {})
    {
        return R"({"model":")" + model + R"(","messages":[{"role":"user","content":")" + prompt + R"("}])"
            + (members.empty() ? members : ',' + members) + '}';
    }

    // Every usage row the gateway tells, read page by page.
    QJsonArray rows(const std::string &query = {}) const
    {
        QJsonArray all;
        std::string after = "0";
        for (bool complete = false; !complete;) {
            const QJsonObject page = jsonOf(admin("GET", "/usage?limit=1000&after=" + after + query));
            for (const QJsonValue &row : page.value(QLatin1String("items")).toArray())
                all.append(row);
            after = textAt(page, "next").toStdString();
            complete = page.value(QLatin1String("complete")).toBool(true);
        }
        return all;
    }
    QJsonObject lastRow() const { return rows().last().toObject(); }

    QTemporaryDir dir;
    proxy::Options options;
    proxy::Gateway gateway;
};
