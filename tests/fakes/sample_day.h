// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/whole_workspace.h"

// Made-up facts for pages: usage, keys, a run. Everything is said in terms of the workspace's clock.
namespace sample {

// Sixty calls a day of three aliases, each day the same; every 19th is refused.
inline QList<UsageRecord> days(const QDateTime &now, int count, int callsADay = 60)
{
    QList<UsageRecord> rows;
    for (int day = 0; day < count; ++day)
        for (int i = 0; i < callsADay; ++i) {
            UsageRecord row;
            row.sourceId = QStringLiteral("call-%1-%2").arg(day).arg(i);
            row.requestId = row.sourceId;
            row.at = now.addDays(-day).addSecs(-36000LL * i / callsADay);
            row.alias = QStringList{QStringLiteral("fast"), QStringLiteral("smart"), QStringLiteral("embed")}.at(i % 3);
            row.key = QStringLiteral("checkout-prod");
            row.status = i % 19 == 18 ? 429 : 200;
            row.ended = i % 19 == 18 ? QStringLiteral("refused") : QStringLiteral("complete");
            row.inputTokens = 100 + i;
            row.outputTokens = 50;
            row.costNanos = 1'000'000 * (i % 7 + 1);
            row.currency = QStringLiteral("USD");
            row.firstTokenMs = 200 + i;
            row.totalMs = 900;
            rows << row;
        }
    return rows;
}

inline Key key(const QString &name, qint64 spent, qint64 cap)
{
    Key out;
    out.id = QStringLiteral("key-") + name;
    out.name = name;
    out.budgets = {Budget{cap * 1'000'000'000, QStringLiteral("month"), spent * 1'000'000'000}};
    return out;
}

inline RunReport failedRun(const QDateTime &now)
{
    RunReport run;
    run.id = QStringLiteral("RUN1");
    run.started = now.addSecs(-700);
    run.ended = now.addSecs(-650);
    CheckReport chat;
    chat.check = QStringLiteral("T01");
    chat.title = QStringLiteral("Basic chat");
    chat.alias = QStringLiteral("fast");
    chat.totalMs = 640;
    CheckReport stream = chat;
    stream.check = QStringLiteral("T03");
    stream.title = QStringLiteral("Streaming");
    stream.outcome = Outcome::Failed;
    stream.reasons = {
        {QStringLiteral("T03.V4"), Outcome::Failed, QStringLiteral("The stream ended without a closing marker."), {}}};
    run.checks = {chat, stream};
    return run;
}

// One call of the test gateway's log.
inline workspace::GatewayEvent call(const QDateTime &at, int number, int status = 200)
{
    workspace::GatewayEvent event;
    event.at = at;
    event.requestId = QStringLiteral("req-%1").arg(number);
    event.key = QStringLiteral("checkout-prod");
    event.alias = QStringLiteral("test-echo");
    event.status = status;
    event.ended = status < 400 ? QStringLiteral("complete") : QStringLiteral("refused");
    event.firstTokenMs = 12;
    event.totalMs = 212;
    event.costNanos = 4'200'000;
    return event;
}

// Runs the test gateway of a fake workspace, with calls in its log.
inline void switchOn(FakeWorkspace &fake, int calls)
{
    fake.gateway.now.mode = workspace::TestGateway::Mode::Here;
    fake.gateway.now.dataUrl = QUrl(QStringLiteral("http://127.0.0.1:8790/v1"));
    fake.gateway.now.adminUrl = QUrl(QStringLiteral("http://127.0.0.1:8791"));
    for (int i = 0; i < calls; ++i)
        fake.gateway.now.log << call(
            fake.time.at.addMSecs(i), int(fake.gateway.now.log.size()), i % 5 == 4 ? 404 : 200);
    fake.gateway.now.requests = quint64(fake.gateway.now.log.size());
    fake.gateway.tell();
}

} // namespace sample
