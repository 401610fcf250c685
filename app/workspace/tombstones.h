// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "store/tombstones.h"

namespace store {
class Store;
}

namespace workspace {

using store::Tombstone;

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
