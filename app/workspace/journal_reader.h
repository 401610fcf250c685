// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "changes/edit.h"

namespace store {
class Store;
struct JournalLine;
} // namespace store

namespace workspace {

// What a line of the journal says.
changes::Entry entryOf(const store::JournalLine &line);
changes::Edit editOf(const changes::Entry &entry);

// What was written to the gateway of one profile from this machine, by the window and by `gwctl`. Main thread.
class JournalReader : public Observable
{
    Q_OBJECT

public:
    static constexpr int most = 5000; // lines that are read

    struct State
    {
        QList<changes::Entry> entries; // newest first
        bool loaded = false;
        bool cut = false; // there are older ones
        std::optional<Failure> failure; // of the last reading; the entries stay
    };

    JournalReader(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    const State &state() const { return m_state; }
    void refresh();

private:
    Task<> load();

    store::Store &m_store;
    QString m_profile;
    State m_state;
    TaskScope m_loads; // last: it dies first
};

} // namespace workspace
