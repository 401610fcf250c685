// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"

// The adapter of LiteLLM over recorded answers.
struct LitellmConnection
{
    ScriptedHttp http;
    FakeClock clock;
    std::unique_ptr<gateway::Admin> admin =
        gateway::adapterOf(u"litellm")
            ->connect({QUrl(QStringLiteral("http://gw.test:4000/v1")), QUrl(QStringLiteral("http://gw.test:4000")),
                Secret("sk-EXAMPLEmaster1234"), {}, {}, http, clock});

    void answer(const QString &call, const QString &recording) { http.answerRecorded(call, file(recording)); }
    void answerInTurn(const QString &call, const QStringList &recordings)
    {
        for (const QString &recording : recordings)
            http.answerInTurn(call, {file(recording)});
    }
    void answerJson(const QString &call, const QByteArray &body, int status = 200)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.body = body;
        http.answerWith(call, exchange);
    }
    void loseAnswer(const QString &call)
    {
        net::Exchange lost;
        lost.failure = Failure{FailureKind::Timeout, QStringLiteral("firstHeader"), 0};
        http.answerWith(call, lost);
    }
    // The body of the last request of that call.
    QJsonObject sent(const QString &call) const
    {
        const qsizetype at = http.calls.lastIndexOf(call);
        return at < 0 ? QJsonObject() : QJsonDocument::fromJson(http.requests[at].body).object();
    }
    static QString file(const QString &recording) { return QStringLiteral("litellm/%1.json").arg(recording); }
    static QByteArray body(const QString &recording) { return ScriptedHttp::recorded(file(recording)).body; }
};
