// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/live_gateway.h"
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "usage/sync_service.h"
#include <QRandomGenerator>
#include <QTimer>

namespace contract {

// What a store holds of one gateway's usage, and the syncs that brought it there.
class UsageOf
{
public:
    explicit UsageOf(LiveGateway &f) : m_f(f), m_since(f.clock.now().addSecs(-3600)) { begin(); }

    store::Store &store() { return *m_store; }
    // Empty: it went well.
    QString sync()
    {
        const auto rows = finished(m_sync->syncNow(), std::chrono::seconds(60));
        if (rows)
            return {};
        m_f.seen.note(rows.error());
        return rows.error().detail;
    }

    // Syncs that are cancelled after a few answers each, until one is through. How many were.
    int interrupted(quint32 seed)
    {
        QRandomGenerator random(seed);
        int cancelled = 0;
        for (bool whole = false; !whole && cancelled < 12;) {
            const int limit = m_f.http.answers + 1 + int(random.bounded(3)) + cancelled / 4;
            whole = runsPast(limit);
            cancelled += !whole;
            begin();
        }
        return cancelled;
    }

    // What the gateway made since the beginning against what the store holds of that time. Empty: the same, once each.
    QString missingOrDouble()
    {
        const qint64 made = m_f.fake.control("state")[QLatin1StringView("made")].toInteger();
        const auto read = [](sql::Database &db) { return store::rowsBefore(db, {}, {}, 1'000'000); };
        qint64 held = 0;
        QSet<QString> ids;
        for (const auto &placed : m_store.read(read)) {
            m_f.seen.note(placed.row);
            if (placed.row.at < m_since)
                continue;
            ++held;
            ids << placed.row.sourceId;
        }
        if (held == made && ids.size() == made)
            return {};
        return QStringLiteral("made %1, held %2, different %3").arg(made).arg(held).arg(ids.size());
    }

private:
    void begin()
    {
        m_sync = std::make_unique<usage::SyncService>(
            *m_store, QStringLiteral("p"), m_f.admin->usage(), m_f.clock, std::chrono::milliseconds(100));
    }
    // True: the sync ended before the answer at which it was to be cancelled.
    bool runsPast(int limit)
    {
        bool stopped = false;
        m_f.http.told = [this, limit, &stopped] {
            if (m_f.http.answers != limit)
                return;
            stopped = true;
            QTimer::singleShot(0, m_sync.get(), &usage::SyncService::cancel);
        };
        m_sync->sync();
        const bool ended = QTest::qWaitFor([this] { return !m_sync->state().running; }, 20'000);
        m_f.http.told = {};
        if (!ended)
            qFatal("the sync did not end");
        return !stopped;
    }

    LiveGateway &m_f;
    QDateTime m_since;
    TempStore m_store;
    std::unique_ptr<usage::SyncService> m_sync;
};

// One call on the data plane under the connection's secret; the request id by which its row is to be found.
inline QString calledOnce(LiveGateway &f)
{
    const QString sent = QStringLiteral("5a1e0000-0000-4000-8000-00000000c0de");
    const gateway::Connection how = f.fake.connection(f.http, f.clock);
    net::Request request;
    request.method = "POST";
    request.url = QUrl(how.dataUrl.toString() + QStringLiteral("/chat/completions"));
    request.headers << net::Header{"Content-Type", "application/json"} << net::Header{"x-request-id", sent.toLatin1()}
                    << net::Header{"Authorization", "Bearer " + how.dataSecret.reveal()};
    const QJsonObject body{{QStringLiteral("model"), f.hints.alias}, {QStringLiteral("messages"), QJsonArray()}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const net::Exchange answer = finished(f.http.send(request));
    if (answer.status != 200)
        qFatal("the data plane refuses: %s", answer.body.constData());
    const QJsonObject where = f.fake.suite()[QLatin1StringView("request_id")].toObject();
    const QString header = where[QLatin1StringView("header")].toString();
    if (!header.isEmpty())
        return QString::fromLatin1(answer.header(header.toLatin1().constData()));
    return where.contains(QLatin1StringView("sent"))
        ? sent
        : QJsonDocument::fromJson(answer.body)[QLatin1StringView("id")].toString();
}

} // namespace contract
