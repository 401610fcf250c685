// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_cache.h"
#include "store/columns.h"
#include "store/key_json.h"
#include <QSet>

namespace store {

namespace {

constexpr qsizetype goneKept = 1000; // smoke runs make keys and delete them again

sql::Result<QList<GoneKey>> goneKeys(sql::Database &database, const QString &profile)
{
    QList<GoneKey> gone;
    const auto done = eachRow(
        database,
        "SELECT json, gone_at FROM key_cache WHERE profile=? AND gone_at IS NOT NULL ORDER BY gone_at DESC, place",
        [&gone](const sql::Statement &row) {
            gone << GoneKey{keyFrom(jsonAt(row, 0)), timeOf(row.get<std::int64_t>(1))};
        },
        utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return gone;
}

// What is missing from the new list, before what was missing already.
QList<GoneKey> goneNow(const CachedKeys &before, const CachedKeys &now)
{
    QSet<QString> here;
    for (const Key &key : now.keys)
        here << key.id;
    QList<GoneKey> gone;
    for (const Key &key : before.keys)
        if (!here.contains(key.id))
            gone << GoneKey{key, now.asOf.value_or(QDateTime())};
    for (const GoneKey &key : before.gone)
        if (!here.contains(key.key.id))
            gone << key;
    return gone.first(qMin(goneKept, gone.size()));
}

sql::Result<> insertKeys(
    sql::Database &database, const QString &profile, const QList<Key> &keys, const QList<GoneKey> &gone)
{
    sql::Result<sql::Statement> insert = database.prepare("INSERT INTO key_cache VALUES(?,?,?,?,?)");
    if (!insert)
        return sql::fail(insert.error());
    sql::Result<> done;
    qsizetype place = 0;
    const auto put = [&](const Key &key, std::optional<std::int64_t> goneAt) {
        if (done)
            done = insert->with(utf8(profile), place++, utf8(key.id), jsonText(keyJson(key)), goneAt).run();
    };
    for (const Key &key : keys)
        put(key, std::nullopt);
    for (const GoneKey &key : gone)
        put(key.key, microsOf(key.goneAt));
    return done;
}

} // namespace

sql::Result<CachedKeys> cachedKeys(sql::Database &database, const QString &profile)
{
    CachedKeys cached;
    auto done = eachRow(
        database, "SELECT json FROM key_cache WHERE profile=? AND gone_at IS NULL ORDER BY place",
        [&cached](const sql::Statement &row) { cached.keys << keyFrom(jsonAt(row, 0)); }, utf8(profile));
    if (done)
        done = eachRow(
            database, "SELECT as_of FROM key_cache_state WHERE profile=?",
            [&cached](const sql::Statement &row) { cached.asOf = timeAt(row, 0); }, utf8(profile));
    const auto gone = done ? goneKeys(database, profile) : sql::fail(done.error());
    if (!gone)
        return sql::fail(gone.error());
    cached.gone = *gone;
    return cached;
}

sql::Result<> cacheKeys(sql::Database &database, const QString &profile, const CachedKeys &cached)
{
    const sql::Result<CachedKeys> before = cachedKeys(database, profile);
    if (!before)
        return sql::fail(before.error());
    sql::Result<> done = database.run("DELETE FROM key_cache WHERE profile=?", utf8(profile));
    if (done)
        done = insertKeys(database, profile, cached.keys, goneNow(*before, cached));
    if (done)
        done = database.run(
            "INSERT OR REPLACE INTO key_cache_state VALUES(?,?)", utf8(profile), microsOf(cached.asOf).value_or(0));
    return done;
}

} // namespace store
