// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "sql/database.h"
#include <map>
#include <tuple>

namespace store {

// What rows are added up by; the numbers lie in the database.
enum class Dimension { All = 0, Alias = 1, Key = 2, Model = 3, Upstream = 4, Status = 5, Family = 6 };
constexpr int dimensionCount = 6; // those before it are kept as rollups; Family is added up from rows

// The base bucket of the rollups: 15 minutes UTC, from which the days of every time zone can be summed.
constexpr std::int64_t bucketMicros = 900'000'000;

// Sums over rows; each *Rows counts the rows that tell the value. Cost: of rows in USD; another currency is not told.
struct Sums
{
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 input = 0;
    qint64 inputRows = 0;
    qint64 output = 0;
    qint64 outputRows = 0;
    qint64 cached = 0;
    qint64 cachedRows = 0;
    qint64 cost = 0;
    qint64 costRows = 0;

    Sums &operator+=(const Sums &other);
    friend bool operator==(const Sums &, const Sums &) = default;
};

// A row is an error when its status is 400 or more or its answer broke off through no wish of the client.
bool isError(const UsageRecord &row);
// The row's name in a dimension: its alias, its key's name (else the key's id), its status as text, ...
QString nameIn(Dimension dimension, const UsageRecord &row);

// Collects what rows add to the rollups, and writes it in one go, in the transaction of the rows themselves.
class RollupChange
{
public:
    void add(const QString &profile, const UsageRecord &row) { count(profile, row, 1); }
    void remove(const QString &profile, const UsageRecord &row) { count(profile, row, -1); }
    sql::Result<> apply(sql::Database &database);

private:
    using Place = std::tuple<int, std::int64_t, std::string, std::string, bool>; // the primary key
    void count(const QString &profile, const UsageRecord &row, int sign);

    std::map<Place, Sums> m_sums;
    bool m_removes = false;
};

} // namespace store
