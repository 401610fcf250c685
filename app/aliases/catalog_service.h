// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/lint.h"
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "domain/alias.h"
#include <QDateTime>

namespace gateway {
class Admin;
}

namespace aliases {

// A state the catalog was in, from its first to its last sight. UTC.
struct Snapshot
{
    qint64 id = 0;
    QDateTime firstSeen;
    QDateTime lastSeen;
    QString hash;
    qint64 aliases = 0; // how many

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

// Keeps a profile's snapshots. The store is behind it. Main thread.
class CatalogArchive
{
public:
    virtual ~CatalogArchive() = default;
    // A snapshot of its own when the catalog is not that of the newest one; gives its id.
    virtual Task<Result<qint64>> keep(QList<Alias> catalog, QDateTime at) = 0;
    virtual Task<Result<QList<Snapshot>>> snapshots() = 0; // newest first
    virtual Task<Result<QList<Alias>>> catalog(qint64 id) = 0; // NotFound
    // Stored calls by the alias they asked for; empty: no usage is known at all.
    virtual Task<Result<QHash<QString, qint64>>> callsSince(QDateTime from) = 0;
};

// Owns what the program currently believes about one gateway's aliases. Opens from the archive, so that they can be read
// while the gateway is away. Views read snapshots of its state and send intents. Main thread.
class CatalogService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<Alias> aliases;
        std::optional<QDateTime> asOf; // of the aliases; empty: never seen
        bool loading = false;
        std::optional<Failure> failure; // of the last refresh; the aliases stay. Unsupported: there are none to tell
        QHash<QString, qint64> calls; // by alias, of the last 24 h
        bool callsKnown = false; // usage of the last 30 days is there
        QList<Finding> findings; // of lint() over them, and 30 days of usage
        QList<Snapshot> snapshots; // newest first
        qint64 shown = 0; // the snapshot that `older` holds; 0: none
        QList<Alias> older;
    };

    CatalogService(gateway::Admin &admin, CatalogArchive &archive, const Clock &clock)
        : m_admin(admin), m_archive(archive), m_clock(clock)
    {}

    const State &state() const { return m_state; }
    void refresh();
    void show(qint64 snapshot); // reads it into `older`; 0: none
    // Asks the gateway and keeps what it says. A failed note about it does not fail the reading.
    Task<Result<QList<Alias>>> read();

private:
    Task<> load();
    Task<> loadKept();
    Task<> loadOlder(qint64 snapshot);
    Task<> keep();
    Task<> look();

    gateway::Admin &m_admin;
    CatalogArchive &m_archive;
    const Clock &m_clock;
    State m_state;
    TaskScope m_loads; // last: they die first
    TaskScope m_shows;
};

} // namespace aliases
