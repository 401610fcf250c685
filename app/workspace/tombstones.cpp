// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/tombstones.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/key_use.h"
#include "store/store.h"
#include <algorithm>

namespace workspace {

static Tombstone stoneOf(const store::JournalLine &line)
{
    return {*line.before, line.at, line.by, line.reason, line.set};
}

// What each of them called, as far as it is stored here.
static sql::Result<> countUse(sql::Database &database, const QString &profile, QList<Tombstone> &stones)
{
    store::UseOf asked;
    for (const Tombstone &stone : stones) {
        asked.ids << stone.key.id;
        asked.names << stone.key.name;
    }
    const QDateTime ever(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    const auto uses = store::useOf(database, profile, asked, ever);
    if (!uses)
        return sql::fail(uses.error());
    for (const store::KeyUse &use : *uses)
        for (Tombstone &stone : stones)
            if (use.keyId.isEmpty() ? use.key == stone.key.name : use.keyId == stone.key.id) {
                stone.calls += use.calls;
                stone.costNanos += use.costNanos;
            }
    return {};
}

// The journal knows who and why; a list of the gateway that lacks a key only that it is gone.
static sql::Result<QList<Tombstone>> found(sql::Database &database, const QString &profile)
{
    const auto deleted = store::deletions(database, profile);
    const auto known = store::cachedKeys(database, profile);
    if (!deleted || !known)
        return sql::fail(deleted ? known.error() : deleted.error());
    QList<Tombstone> stones;
    for (const store::JournalLine &line : *deleted)
        stones << stoneOf(line);
    for (const store::GoneKey &gone : known->gone)
        if (std::ranges::none_of(stones, [&gone](const Tombstone &stone) { return stone.key.id == gone.key.id; }))
            stones << Tombstone{gone.key, gone.goneAt, {}, {}};
    std::ranges::stable_sort(stones, std::greater(), &Tombstone::at);
    return stones;
}

sql::Result<QList<Tombstone>> tombstonesIn(sql::Database &database, const QString &profile)
{
    auto stones = found(database, profile);
    if (!stones || stones->isEmpty())
        return stones;
    if (const auto counted = countUse(database, profile, *stones); !counted)
        return sql::fail(counted.error());
    return stones;
}

sql::Result<std::optional<Tombstone>> tombstoneIn(
    sql::Database &database, const QString &profile, const QString &idOrName)
{
    const auto stones = found(database, profile);
    if (!stones)
        return sql::fail(stones.error());
    for (const Tombstone &stone : *stones)
        if (stone.key.id == idOrName || stone.key.name == idOrName) {
            QList<Tombstone> one{stone};
            const auto counted = countUse(database, profile, one);
            return counted ? std::optional(one.first())
                           : sql::Result<std::optional<Tombstone>>(sql::fail(counted.error()));
        }
    return std::optional<Tombstone>();
}

void Tombstones::refresh()
{
    m_loads.cancel();
    m_loads.run(load());
}

Task<> Tombstones::load()
{
    const auto read = [profile = m_profile](sql::Database &db) { return tombstonesIn(db, profile); };
    const auto stones = co_await m_store.read(read);
    m_state.failure = stones ? std::nullopt : std::optional(stones.error());
    if (stones)
        m_state.stones = *stones;
    m_state.loaded = true;
    announce();
}

} // namespace workspace
