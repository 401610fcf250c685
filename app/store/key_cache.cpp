// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_cache.h"
#include "store/columns.h"
#include "store/key_json.h"

namespace store {

sql::Result<CachedKeys> cachedKeys(sql::Database &database, const QString &profile)
{
    CachedKeys cached;
    auto done = eachRow(
        database, "SELECT json FROM key_cache WHERE profile=? ORDER BY place",
        [&cached](const sql::Statement &row) { cached.keys << keyFrom(jsonAt(row, 0)); }, utf8(profile));
    if (done)
        done = eachRow(
            database, "SELECT as_of FROM key_cache_state WHERE profile=?",
            [&cached](const sql::Statement &row) { cached.asOf = timeAt(row, 0); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return cached;
}

static sql::Result<> insertKeys(sql::Database &database, const QString &profile, const QList<Key> &keys)
{
    sql::Result<sql::Statement> insert = database.prepare("INSERT INTO key_cache VALUES(?,?,?,?)");
    if (!insert)
        return sql::fail(insert.error());
    sql::Result<> done;
    for (qsizetype i = 0; done && i < keys.size(); ++i)
        done = insert->with(utf8(profile), i, utf8(keys[i].id), jsonText(keyJson(keys[i]))).run();
    return done;
}

sql::Result<> cacheKeys(sql::Database &database, const QString &profile, const CachedKeys &cached)
{
    sql::Result<> done = database.run("DELETE FROM key_cache WHERE profile=?", utf8(profile));
    if (done)
        done = insertKeys(database, profile, cached.keys);
    if (done)
        done = database.run(
            "INSERT OR REPLACE INTO key_cache_state VALUES(?,?)", utf8(profile), microsOf(cached.asOf).value_or(0));
    return done;
}

} // namespace store
