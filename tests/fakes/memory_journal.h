// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "changes/change.h"
#include "keys/key_service.h"

class MemoryJournal : public changes::Journal
{
    static void note(changes::Entry &entry, changes::Edit edit)
    {
        if (const auto *key = std::get_if<changes::Change>(&edit))
            entry.change = *key;
        else
            entry.alias = std::get<changes::AliasChange>(edit);
    }

public:
    QList<changes::Entry> entries;
    std::optional<Failure> refusesOpen;
    std::optional<Failure> refusesClose;

    Task<Result<qint64>> open(changes::Edit change, changes::Why why) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (refusesOpen)
            co_return tl::unexpected<Failure>(*refusesOpen);
        changes::Entry entry;
        entry.id = entries.size() + 1;
        note(entry, std::move(change));
        entry.why = std::move(why);
        entries << std::move(entry);
        co_return entries.last().id;
    }
    Task<Result<>> close(qint64 id, changes::Edit done, std::optional<Failure> failure) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (refusesClose)
            co_return tl::unexpected<Failure>(*refusesClose);
        changes::Entry &entry = entries[id - 1];
        note(entry, std::move(done));
        entry.closed = true;
        entry.failure = std::move(failure);
        co_return Result<>();
    }
};

class MemoryKeyCache : public keys::KeyCache
{
public:
    QList<Key> rows;
    std::optional<QDateTime> at;

    Task<Result<QList<Key>>> load() override
    {
        co_await Pause(std::chrono::milliseconds(1));
        co_return rows;
    }
    Task<Result<>> save(QList<Key> keys, QDateTime asOf) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        rows = std::move(keys);
        at = asOf;
        co_return Result<>();
    }
    std::optional<QDateTime> asOf() const override { return at; }
};
