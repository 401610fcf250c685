// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "domain/key.h"
#include "sql/database.h"

namespace store {
class Store;
}

namespace workspace {

// What is left of a key that the gateway no longer has: its last state, and who deleted it and why where it was done here.
struct Tombstone
{
    Key key;
    QDateTime at; // of the deletion; of one by somebody else: when it was first missing
    QString by; // empty: somebody else, elsewhere
    QString reason;
    qint64 set = 0;
    qint64 calls = 0; // rows that are stored here
    qint64 costNanos = 0; // of them

    friend bool operator==(const Tombstone &, const Tombstone &) = default;
};
// Of every key of a profile that is known to be gone, the last one first.
sql::Result<QList<Tombstone>> tombstonesIn(sql::Database &database, const QString &profile);
// Of the key with this id or name, the last one of several. Empty: none is known.
sql::Result<std::optional<Tombstone>> tombstoneIn(
    sql::Database &database, const QString &profile, const QString &idOrName);

// The keys of one profile that are gone. Main thread.
class Tombstones final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<Tombstone> stones; // the last one first
        bool loaded = false;
        std::optional<Failure> failure; // of the last reading
    };

    Tombstones(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    const State &state() const { return m_state; }
    void refresh();

private:
    Task<> load();

    store::Store &m_store;
    QString m_profile;
    State m_state;
    TaskScope m_loads; // last
};

} // namespace workspace
