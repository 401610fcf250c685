// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "changes/change.h"
#include "keys/key_service.h"

namespace store {
class Store;
struct JournalLine;
struct KeyWritten;
} // namespace store

namespace workspace {

// The name of the operating-system user, for the journal.
QString systemUser();

// The journal of one profile, kept in the store. Main thread.
class StoredJournal final : public changes::Journal
{
public:
    enum class Writer { Person, Guard };
    StoredJournal(store::Store &store, QString profile, const Clock &clock, Writer writer = Writer::Person);
    Task<Result<qint64>> open(changes::Edit edit, changes::Why why) override;
    Task<Result<>> close(qint64 id, changes::Edit done, std::optional<Failure> failure) override;

private:
    store::JournalLine lineOf(const changes::Edit &edit) const;
    std::optional<store::KeyWritten> followed(const changes::Edit &edit, bool done) const;

    store::Store &m_store;
    QString m_profile;
    QString m_user;
    const Clock &m_clock;
    Writer m_writer; // what a person does to a key ends what a guard holds of it
};

// The last seen keys of one profile, kept in the store. Main thread.
class StoredKeys final : public keys::KeyCache
{
public:
    StoredKeys(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}
    Task<Result<QList<Key>>> load() override;
    Task<Result<>> save(QList<Key> keys, QDateTime asOf) override;
    std::optional<QDateTime> asOf() const override { return m_asOf; }

private:
    store::Store &m_store;
    QString m_profile;
    std::optional<QDateTime> m_asOf;
};

} // namespace workspace
