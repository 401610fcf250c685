// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tombstones.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/key_use.h"
#include <algorithm>

namespace store {

static Tombstone stoneOf(const JournalLine &line)
{
    return {*line.before, line.at, line.by, line.reason, line.set};
}

// What each of them called, as far as it is stored here.
static sql::Result<> countUse(sql::Database &database, const QString &profile, QList<Tombstone> &stones)
{
    UseOf asked;
    for (const Tombstone &stone : stones) {
        asked.ids << stone.key.id;
        asked.names << stone.key.name;
    }
    const QDateTime ever(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    const auto uses = useOf(database, profile, asked, ever);
    if (!uses)
        return sql::fail(uses.error());
    for (const KeyUse &use : *uses)
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
    const auto deleted = deletions(database, profile);
    const auto known = cachedKeys(database, profile);
    if (!deleted || !known)
        return sql::fail(deleted ? known.error() : deleted.error());
    QList<Tombstone> stones;
    for (const JournalLine &line : *deleted)
        stones << stoneOf(line);
    for (const GoneKey &gone : known->gone)
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

} // namespace store
