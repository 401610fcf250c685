// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/usage_row.h"
#include "sql/migrations.h"

namespace proxy {

// The queries of gateway.db. Each runs on the thread that holds the connection: the starting one, then the writer.
std::span<const sql::Migration> migrations();

Digest digestFrom(sql::Bytes bytes);

sql::Result<std::vector<Key>> loadKeys(sql::Database &database);
sql::Result<> saveKey(sql::Database &database, const Key &key);
sql::Result<> dropKey(sql::Database &database, const std::string &id);

sql::Result<std::vector<Alias>> loadAliases(sql::Database &database);
sql::Result<> saveAlias(sql::Database &database, const Alias &alias);
sql::Result<> dropAlias(sql::Database &database, const std::string &name);

// What a key spent.
struct Spent
{
    Spending byMinute;
    std::int64_t lifetime = 0;
    std::optional<std::int64_t> lastUsedUs;
    std::optional<std::int64_t> previousUsedUs; // with a secret that a rotation replaced
};
sql::Result<ByText<Spent>> loadSpent(sql::Database &database);

sql::Result<std::int64_t> lastUsageId(sql::Database &database);

// Which rows a page wants; empty: any.
struct UsageQuery
{
    std::int64_t after = 0;
    std::int64_t limit = 100;
    std::optional<std::string> requestId = {};
    std::optional<std::string> key = {}; // id or name
    std::optional<std::string> alias = {};
    std::optional<std::int64_t> status = {};
    std::optional<std::int64_t> sinceUs = {}; // arrived then or later
    std::optional<std::int64_t> untilUs = {}; // arrived before

    bool filtered() const { return key || alias || status || sinceUs || untilUs; }
};
struct UsageRows
{
    std::vector<UsageRow> rows; // of ascending id, at most the limit
    std::int64_t readTo = 0; // no row up to this id is missing
    bool complete = true; // nothing behind it yet
};
// A filter looks at so many rows at a time at most: a rare one does not hold up the writer.
inline constexpr std::int64_t mostScanned = 50'000;
sql::Result<UsageRows> readUsage(sql::Database &database, const UsageQuery &query);

// An answer to a write, kept for its Idempotency-Key; without any secret.
struct KeptReply
{
    Digest asked; // method, target and body
    int status = 0;
    std::string body;
    std::string headers; // a line each
};
sql::Result<std::optional<KeptReply>> findReply(sql::Database &database, const Digest &id, std::int64_t sinceUs);
// Keeps it, and forgets those from before the time.
sql::Result<> keepReply(sql::Database &database, const Digest &id, const KeptReply &reply, std::int64_t sinceUs);

// Small facts about the file, such as which seed made it.
sql::Result<std::string> fact(sql::Database &database, const std::string &name);
sql::Result<> setFact(sql::Database &database, const std::string &name, const std::string &value);

} // namespace proxy
