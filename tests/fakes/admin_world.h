// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include <QJsonDocument>
#include <QJsonObject>

// One adapter before a scripted server: answers by call, and what was sent.
struct AdminWorld
{
    ScriptedHttp http;
    FakeClock clock;
    QString kind;
    std::unique_ptr<gateway::Admin> admin;

    AdminWorld(const QString &id, const QString &dataUrl, const QString &adminUrl,
        const Secret &adminSecret = Secret("admin-EXAMPLE-0001"),
        const Secret &dataSecret = Secret("data-EXAMPLE-0001"), const QString &userId = {})
        : kind(id)
    {
        admin = gateway::adapterOf(kind)->connect(
            {QUrl(dataUrl), QUrl(adminUrl), adminSecret, dataSecret, userId, http, clock});
    }
    void file(const QString &call, const QString &name) { http.answer(call, kind + u'/' + name); }
    void say(const QString &call, const QByteArray &body, int status = 200)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.body = body;
        http.answerWith(call, exchange);
    }
    QByteArray body(qsizetype i) const { return http.requests.at(i).body; }
    QJsonObject sent(qsizetype i) const { return QJsonDocument::fromJson(body(i)).object(); }
    QByteArray header(qsizetype i, const char *name) const
    {
        for (const net::Header &header : http.requests.at(i).headers)
            if (header.name == name)
                return header.value;
        return {};
    }
};
