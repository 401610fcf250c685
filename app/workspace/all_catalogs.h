// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/grid.h"
#include "base/clock.h"
#include "base/observable.h"
#include "base/task_scope.h"
#include "domain/profile.h"

namespace store {
class Store;
}

namespace workspace {

// Owns what is known of the catalogs of all connections: the newest kept one of each, and what smoke runs proved of it. It
// reads the store alone, so all of it is there while every gateway is away. Views read snapshots. Main thread.
class AllCatalogs : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<aliases::KnownCatalog> connections; // in the order of the profiles
        QList<aliases::GridRow> rows;
        bool looked = false; // at least once
        bool loading = false;
        std::optional<Failure> failure; // of the last reading; the rows of the one before stay
    };

    explicit AllCatalogs(store::Store &store) : m_store(store) {}

    const State &state() const { return m_state; }
    void refresh(const QList<Profile> &profiles); // the newest request wins
    // The same, and waits for it. What lies there as it was is not parsed again.
    Task<Result<>> read(QList<Profile> profiles);

private:
    Task<> load(QList<Profile> profiles);
    Task<Result<aliases::KnownCatalog>> catalogOf(Profile profile);
    QList<Alias> knownBy(const QString &hash) const;

    store::Store &m_store;
    State m_state;
    TaskScope m_loads; // last: it dies first
};

} // namespace workspace
