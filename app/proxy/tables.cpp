// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/tables.h"
#include "proxy/settings_json.h"

namespace proxy {

std::span<const sql::Migration> migrations()
{
    static const std::vector<sql::Migration> steps = {{1, R"sql(
CREATE TABLE facts(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE keys(
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash BLOB NOT NULL UNIQUE, prefix TEXT NOT NULL,
    last_four TEXT NOT NULL, settings TEXT NOT NULL, created_at INTEGER NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE aliases(
    position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, settings TEXT NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE usage(
    id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, ts INTEGER NOT NULL, key_id TEXT, key TEXT, alias TEXT,
    upstream TEXT, model TEXT, family TEXT NOT NULL, status INTEGER NOT NULL, error_class TEXT, ended INTEGER NOT NULL,
    streamed INTEGER NOT NULL, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER,
    reasoning_tokens INTEGER, cost_nanos INTEGER, charged_nanos INTEGER NOT NULL, first_byte_ms INTEGER,
    first_token_ms INTEGER, total_ms INTEGER NOT NULL, sample INTEGER NOT NULL, price_date TEXT) STRICT;
CREATE INDEX usage_by_request ON usage(request_id);
CREATE INDEX usage_by_key ON usage(key_id, ts, charged_nanos);
)sql"},
        {2, R"sql(
ALTER TABLE usage ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE usage ADD COLUMN chain TEXT NOT NULL DEFAULT '[]';
)sql"},
        {3, R"sql(
UPDATE aliases SET settings=replace(settings, '"families":["chat"]', '"families":[]') WHERE origin IN ('builtin', 'sample');
)sql"},
        {4, R"sql(
ALTER TABLE keys ADD COLUMN rotated_at INTEGER;
ALTER TABLE keys ADD COLUMN previous_hash BLOB;
ALTER TABLE keys ADD COLUMN previous_last_four TEXT;
ALTER TABLE keys ADD COLUMN previous_until INTEGER;
ALTER TABLE usage ADD COLUMN owner TEXT;
ALTER TABLE usage ADD COLUMN unit TEXT NOT NULL DEFAULT 'tokens';
ALTER TABLE usage ADD COLUMN previous_secret INTEGER NOT NULL DEFAULT 0;
CREATE INDEX usage_by_previous ON usage(key_id, ts) WHERE previous_secret=1;
CREATE TABLE replays(
    id BLOB PRIMARY KEY, at INTEGER NOT NULL, asked BLOB NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    headers TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX replays_by_time ON replays(at);
)sql"},
        {5, R"sql(
CREATE TABLE spent(
    key_id TEXT NOT NULL, minute INTEGER NOT NULL, nanos INTEGER NOT NULL, last_at INTEGER NOT NULL,
    previous_at INTEGER NOT NULL, PRIMARY KEY(key_id, minute)) STRICT, WITHOUT ROWID;
INSERT INTO spent SELECT key_id, ts/60000000, sum(charged_nanos), max(ts), max(ts*previous_secret)
    FROM usage WHERE key_id IS NOT NULL GROUP BY 1, 2;
DROP INDEX usage_by_key;
DROP INDEX usage_by_previous;
)sql"}};
    return steps;
}

Digest digestFrom(sql::Bytes bytes)
{
    Digest digest;
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.bytes.size()), digest.bytes.begin());
    return digest;
}

namespace {

Key keyOf(const sql::Statement &row)
{
    Key key;
    key.id = row.get<std::string>(0);
    key.settings = keySettingsFrom(row.get<std::string>(6));
    key.settings.name = row.get<std::string>(1);
    key.digest = digestFrom(row.get<sql::Bytes>(2));
    key.prefix = row.get<std::string>(3);
    key.lastFour = row.get<std::string>(4);
    key.createdUs = row.get<std::int64_t>(5);
    key.origin = row.get<std::string>(7);
    key.rotatedUs = row.get<std::optional<std::int64_t>>(8);
    if (!row.isNull(9))
        key.previous =
            PreviousSecret{digestFrom(row.get<sql::Bytes>(9)), row.get<std::string>(10), row.get<std::int64_t>(11), {}};
    return key;
}

Alias aliasOf(const sql::Statement &row)
{
    Alias alias;
    alias.config = aliasFrom(row.get<std::string>(1));
    alias.config.name = row.get<std::string>(0);
    alias.origin = row.get<std::string>(2);
    return alias;
}

// Every row of a query, read by the function.
template<class Read>
auto rowsOf(sql::Database &database, std::string_view query, Read read)
    -> sql::Result<std::vector<decltype(read(std::declval<const sql::Statement &>()))>>
{
    std::vector<decltype(read(std::declval<const sql::Statement &>()))> rows;
    sql::Result<sql::Statement> statement = database.prepare(query);
    if (!statement)
        return sql::fail(statement.error());
    sql::Result<bool> more = statement->step();
    for (; more && *more; more = statement->step())
        rows.push_back(read(*statement));
    if (!more)
        return sql::fail(more.error());
    return rows;
}

} // namespace

sql::Result<std::vector<Key>> loadKeys(sql::Database &database)
{
    return rowsOf(database,
        "SELECT id, name, hash, prefix, last_four, created_at, settings, origin, rotated_at, previous_hash,"
        " previous_last_four, previous_until FROM keys ORDER BY created_at, rowid",
        keyOf);
}

sql::Result<> saveKey(sql::Database &database, const Key &key)
{
    const std::optional<PreviousSecret> &old = key.previous;
    const auto ofOld = [&old](auto value) { return old ? std::optional(value(*old)) : std::nullopt; };
    return database.run(
        "INSERT INTO keys VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET name=excluded.name,"
        " hash=excluded.hash, prefix=excluded.prefix, last_four=excluded.last_four, settings=excluded.settings,"
        " origin=excluded.origin, rotated_at=excluded.rotated_at, previous_hash=excluded.previous_hash,"
        " previous_last_four=excluded.previous_last_four, previous_until=excluded.previous_until",
        key.id, key.settings.name, sql::Bytes(key.digest.bytes), key.prefix, key.lastFour, textOf(key.settings),
        key.createdUs, key.origin, key.rotatedUs,
        ofOld([](const PreviousSecret &one) { return sql::Bytes(one.digest.bytes); }),
        ofOld([](const PreviousSecret &one) { return one.lastFour; }),
        ofOld([](const PreviousSecret &one) { return one.untilUs; }));
}

sql::Result<> dropKey(sql::Database &database, const std::string &id)
{
    return database.run("DELETE FROM keys WHERE id=?", id);
}

sql::Result<std::vector<Alias>> loadAliases(sql::Database &database)
{
    return rowsOf(database, "SELECT name, settings, origin FROM aliases ORDER BY position", aliasOf);
}

sql::Result<> saveAlias(sql::Database &database, const Alias &alias)
{
    return database.run("INSERT INTO aliases(name, settings, origin) VALUES(?,?,?) ON CONFLICT(name) DO UPDATE SET"
                        " settings=excluded.settings, origin=excluded.origin",
        alias.config.name, textOf(alias.config), alias.origin);
}

sql::Result<> dropAlias(sql::Database &database, const std::string &name)
{
    return database.run("DELETE FROM aliases WHERE name=?", name);
}

// Minutes come in their order.
static void addMinute(const sql::Statement &row, Spent &key)
{
    const auto nanos = row.get<std::int64_t>(2);
    const auto later = [](const std::optional<std::int64_t> &known, std::int64_t at) {
        return at > known.value_or(0) ? std::optional(at) : known;
    };
    key.lifetime += nanos;
    key.lastUsedUs = later(key.lastUsedUs, row.get<std::int64_t>(3));
    key.previousUsedUs = later(key.previousUsedUs, row.get<std::int64_t>(4));
    if (nanos > 0)
        key.byMinute.emplace_hint(key.byMinute.end(), row.get<std::int64_t>(1), nanos);
}

sql::Result<ByText<Spent>> loadSpent(sql::Database &database)
{
    sql::Result<sql::Statement> minutes =
        database.prepare("SELECT key_id, minute, nanos, last_at, previous_at FROM spent ORDER BY 1, 2");
    if (!minutes)
        return sql::fail(minutes.error());
    ByText<Spent> spent;
    Spent *key = nullptr;
    std::string name;
    sql::Result<bool> more = minutes->step();
    for (; more && *more; more = minutes->step()) {
        if (const auto next = minutes->get<std::string_view>(0); !key || next != name) {
            name = next;
            key = &spent[name];
        }
        addMinute(*minutes, *key);
    }
    if (!more)
        return sql::fail(more.error());
    return spent;
}

sql::Result<std::string> fact(sql::Database &database, const std::string &name)
{
    sql::Result<sql::Statement> statement = database.prepare("SELECT value FROM facts WHERE name=?");
    if (!statement)
        return sql::fail(statement.error());
    const sql::Result<bool> row = statement->bind(1, name).step();
    if (!row)
        return sql::fail(row.error());
    return *row ? statement->get<std::string>(0) : std::string();
}

sql::Result<> setFact(sql::Database &database, const std::string &name, const std::string &value)
{
    return database.run(
        "INSERT INTO facts VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value", name, value);
}

} // namespace proxy
