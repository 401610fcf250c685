// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "changes/change.h"

namespace store {
class Store;
struct JournalLine;
} // namespace store

namespace keys {

// A change of one key as the journal tells it.
struct Past
{
    changes::Entry entry;
    std::optional<QDateTime> takenBack; // when a later change put the old settings back
    bool takesBack = false; // it is itself such a change

    bool done() const { return entry.closed && !entry.failure; }
    friend bool operator==(const Past &, const Past &) = default;
};

// What a line of the journal says of a key.
changes::Entry entryOf(const store::JournalLine &line);
// A new secret for the same key: no setting differs, and it cannot be taken back.
bool isRotation(const changes::Change &change);
// Newest first, from journal lines newest first: who took back whose change. Pure.
QList<Past> pastOf(const QList<changes::Entry> &entries);

// What was changed on one key by this program and `gwctl`, from the journal of a profile. Main thread.
class KeyHistory : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QString key; // id
        QList<Past> past; // newest first
        std::optional<Failure> failure;
    };

    KeyHistory(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    const State &state() const { return m_state; }
    void show(const QString &key); // also to refresh; empty: none

private:
    Task<> load(QString key);

    store::Store &m_store;
    QString m_profile;
    State m_state;
    TaskScope m_loads;
};

} // namespace keys
