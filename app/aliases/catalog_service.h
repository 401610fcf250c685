// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/lint.h"
#include "aliases/price_history.h"
#include "aliases/proven.h"
#include "base/clock.h"
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "domain/alias.h"
#include "gateway/facets.h"
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
    // Of the smoke runs of this profile; the newest run first.
    virtual Task<Result<QList<CheckVerdict>>> verdicts() = 0;
    // The keys that called these aliases since then, or whose scope names one of them.
    virtual Task<Result<AliasUsers>> usersOf(QStringList aliases, QDateTime from) = 0;
};

// Owns what the program currently believes about one gateway's aliases. Opens from the archive, so that they can be read
// while the gateway is away. Views read snapshots of its state and send intents. Main thread.
class CatalogService : public Observable
{
    Q_OBJECT

public:
    // What the gateway's upstreams serve, asked for by a person.
    struct Upstreams
    {
        QList<gateway::UpstreamModels> told;
        std::optional<QDateTime> at; // UTC; empty: not asked yet
        bool loading = false;
        std::optional<Failure> failure; // Unsupported: this gateway cannot ask them

        friend bool operator==(const Upstreams &, const Upstreams &) = default;
    };
    struct State
    {
        QList<Alias> aliases;
        std::optional<QDateTime> asOf; // of the aliases; empty: never seen
        bool loading = false;
        std::optional<Failure> failure; // of the last refresh; the aliases stay. Unsupported: there are none to tell
        QHash<QString, qint64> calls; // by alias, of the last 24 h
        bool callsKnown = false; // usage of the last 30 days is there
        Proofs proofs; // of the aliases, from kept smoke runs
        QDateTime judged; // when proofs and findings were told, UTC; invalid: not yet
        QList<Finding> findings; // of lint() over them, and 30 days of usage
        QList<Snapshot> snapshots; // newest first
        QList<PriceSpan>
            prices; // what each alias cost from when to when, of these snapshots; by alias, the newest first
        qint64 shown = 0; // the snapshot that `older` holds; 0: none
        QList<Alias> older;
        Upstreams upstreams;
    };

    CatalogService(gateway::Admin &admin, CatalogArchive &archive, const Clock &clock)
        : m_admin(admin), m_archive(archive), m_clock(clock)
    {}

    const State &state() const { return m_state; }
    void refresh();
    // What kept usage, runs and keys say of the aliases, anew; the gateway is not asked.
    void judge() { m_judging.run(look()); }
    void askUpstreams(); // what they serve at the moment, into `upstreams`
    void show(qint64 snapshot); // reads it into `older`; 0: none
    // Asks the gateway and keeps what it says. A failed note about it does not fail the reading.
    Task<Result<QList<Alias>>> read();

private:
    Task<> load();
    Task<> loadKept();
    Task<> loadOlder(qint64 snapshot);
    Task<> keep();
    Task<> look();
    Task<> takePrices();
    Task<> loadUpstreams();

    gateway::Admin &m_admin;
    CatalogArchive &m_archive;
    const Clock &m_clock;
    State m_state;
    PriceHistory m_history;
    qint64 m_taken = 0; // the newest snapshot that the history has
    TaskScope m_loads; // last: they die first
    TaskScope m_shows;
    TaskScope m_judging;
    TaskScope m_asks;
};

} // namespace aliases
