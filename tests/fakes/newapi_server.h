// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"

// A server of the New API family that answers as recorded in tests/data/newapi/<generation>, and its adapter.
struct NewApiServer
{
    QString generation;
    ScriptedHttp http;
    FakeClock clock{QDateTime({2026, 11, 22}, {15, 0}, Qt::UTC)};
    std::unique_ptr<gateway::Admin> admin;

    explicit NewApiServer(const char *name, const char *user = "1") : generation(QString::fromLatin1(name))
    {
        const auto &first = firstAnswers()[generation];
        answer("GET /api/status", first[0]);
        answer("GET /api/user/self", first[1]);
        answer("GET /api/token/?p=1&page_size=1&size=1", first[2]);
        admin =
            gateway::adapterOf(QStringLiteral("newapi"))
                ->connect({QUrl(QStringLiteral("http://gw.test/v1")), {}, Secret("aVchEOMKEXAMPLE+Mml/UokNxtE+UXeR="),
                    Secret("sk-EXAMPLE-data"), QString::fromLatin1(user), http, clock});
    }

    void answer(const char *call, const char *recording)
    {
        http.answerRecorded(QString::fromLatin1(call), file(recording));
    }
    void answerJson(const char *call, const QByteArray &body, int status = 200)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.body = body;
        http.answerWith(QString::fromLatin1(call), exchange);
    }
    void fail(const char *call, FailureKind kind)
    {
        net::Exchange exchange;
        exchange.failure = Failure{kind, QStringLiteral("cut"), 0};
        http.answerWith(QString::fromLatin1(call), exchange);
    }
    // A recording with other values in some fields of its "data".
    void answerChanged(const char *call, const char *recording, const QJsonObject &fields)
    {
        net::Exchange exchange = ScriptedHttp::recorded(file(recording));
        QJsonObject root = QJsonDocument::fromJson(exchange.body).object();
        QJsonObject data = root[QLatin1StringView("data")].toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            if (field.value().isUndefined() || field.value() == QJsonValue(QStringLiteral("(none)")))
                data.remove(field.key());
            else
                data[field.key()] = field.value();
        root[QLatin1StringView("data")] = data;
        exchange.body = QJsonDocument(root).toJson(QJsonDocument::Compact);
        http.answerWith(QString::fromLatin1(call), exchange);
    }
    void afterwards(const char *call, const char *read, const char *recording)
    {
        http.afterwards(QString::fromLatin1(call), QString::fromLatin1(read), ScriptedHttp::recorded(file(recording)));
    }
    // What a row is read as from then on is what was written to it.
    void keeps(const char *call, const char *read) { http.keeps(QString::fromLatin1(call), QString::fromLatin1(read)); }
    // The first page of a list of those rows.
    static net::Exchange page(const QJsonArray &rows, int total, int size = 100)
    {
        const QJsonObject data{{QStringLiteral("page"), 1}, {QStringLiteral("page_size"), size},
            {QStringLiteral("total"), total}, {QStringLiteral("items"), rows}};
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = enveloped(data);
        return exchange;
    }
    void answerRows(const char *call, const QJsonArray &rows, int total, int size = 100)
    {
        http.answerWith(QString::fromLatin1(call), page(rows, total, size));
    }
    QJsonArray rowsOf(const char *recording) const
    {
        const QByteArray body = ScriptedHttp::recorded(file(recording)).body;
        const QJsonValue data = QJsonDocument::fromJson(body)[QLatin1StringView("data")];
        return data.isArray() ? data.toArray() : data[QLatin1StringView("items")].toArray();
    }
    static QByteArray enveloped(const QJsonValue &data)
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("success"), true}, {QStringLiteral("message"), QString()},
                                 {QStringLiteral("data"), data}})
            .toJson(QJsonDocument::Compact);
    }
    QJsonObject sent(const char *call) const // the body of the last such request
    {
        const qsizetype at = http.calls.lastIndexOf(QString::fromLatin1(call));
        return at < 0 ? QJsonObject() : QJsonDocument::fromJson(http.requests[at].body).object();
    }
    QByteArray laneOf(const char *call) const
    {
        const qsizetype at = http.calls.lastIndexOf(QString::fromLatin1(call));
        return at < 0 ? QByteArray("not asked") : http.requests[at].lane;
    }
    int count(const char *call) const { return int(http.calls.count(QString::fromLatin1(call))); }
    QString file(const char *recording) const
    {
        return QStringLiteral("newapi/%1/%2.json").arg(generation, QString::fromLatin1(recording));
    }

private:
    static const QMap<QString, QList<const char *>> &firstAnswers()
    {
        static const QMap<QString, QList<const char *>> all{
            {QStringLiteral("n4"), {"019-status", "018-self", "117-keys-page1"}},
            {QStringLiteral("n1"), {"011-status", "010-self", "076-keys-page1"}},
            {QStringLiteral("flatkey"), {"011-status", "010-self", "100-keys-page1"}},
            {QStringLiteral("one-api"), {"001-status", "007-self", "043-keys-p1"}},
        };
        return all;
    }
};
