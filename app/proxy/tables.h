// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/usage_row.h"
#include "sql/migrations.h"

namespace proxy {

// The queries of gateway.db. Each runs on the thread that holds the connection: the starting one, then the writer.
std::span<const sql::Migration> migrations();

sql::Result<std::vector<Key>> loadKeys(sql::Database &database);
sql::Result<> saveKey(sql::Database &database, const Key &key);
sql::Result<> dropKey(sql::Database &database, const std::string &id);

sql::Result<std::vector<Alias>> loadAliases(sql::Database &database);
sql::Result<> saveAlias(sql::Database &database, const Alias &alias);
sql::Result<> dropAlias(sql::Database &database, const std::string &name);

// What the rows say a key spent.
struct Spent
{
    Spending byMinute;
    std::int64_t lifetime = 0;
    std::optional<std::int64_t> lastUsedUs;
};
sql::Result<ByText<Spent>> loadSpent(sql::Database &database);

inline constexpr const char *insertUsage =
    "INSERT INTO usage VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
sql::Result<> addUsage(sql::Statement &insert, const UsageRow &row);
sql::Result<std::int64_t> lastUsageId(sql::Database &database);

// Which rows a page wants.
struct UsageQuery
{
    std::int64_t after = 0;
    std::int64_t limit = 100;
    std::optional<std::string> requestId;
};
// Rows of ascending id; one more than the limit when there are more.
sql::Result<std::vector<UsageRow>> readUsage(sql::Database &database, const UsageQuery &query);

// Small facts about the file, such as which seed made it.
sql::Result<std::string> fact(sql::Database &database, const std::string &name);
sql::Result<> setFact(sql::Database &database, const std::string &name, const std::string &value);

} // namespace proxy
