// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/usage_figures.h"
#include "store/columns.h"
#include "store/usage_rows.h"
#include <algorithm>

namespace store {

namespace {

// A refund is spend, but no call: the same as RollupChange.
const std::string rowSums = std::string("sum(call), sum(call AND ") + errorSql
    + "), ifnull(sum(iif(call, input_tokens, 0)), 0), count(iif(call, input_tokens, NULL)),"
      " ifnull(sum(iif(call, output_tokens, 0)), 0), count(iif(call, output_tokens, NULL)),"
      " ifnull(sum(iif(call, cached_tokens, 0)), 0), count(iif(call, cached_tokens, NULL)),"
      " ifnull(sum(cost) , 0), count(iif(call, cost, NULL))";
// A cost in another currency is not told in ours.
const std::string rowSource = "(SELECT *, iif(currency IN ('', 'USD'), cost_nanos, NULL) AS cost,"
                              " ended <> 'refund' AS call FROM usage WHERE ";
const std::string rollupSums = "sum(requests), sum(errors), sum(input), sum(input_rows), sum(output), sum(output_rows),"
                               " sum(cached), sum(cached_rows), sum(cost), sum(cost_rows)";
// SQLite rounds towards zero; times before 1970 do not occur in ids.
const std::string sampleSql = "sum(origin = " + std::to_string(int(Origin::Sample)) + ")";
const std::string quarterSql = "ts / " + std::to_string(bucketMicros);

Sums sumsAt(const sql::Statement &row, int column)
{
    Sums s;
    for (qint64 *sum : {&s.requests, &s.errors, &s.input, &s.inputRows, &s.output, &s.outputRows, &s.cached,
             &s.cachedRows, &s.cost, &s.costRows})
        *sum = row.get<qint64>(column++);
    return s;
}

template<class Take>
sql::Result<> eachOf(sql::Database &database, const std::string &query, const Condition &condition, Take take)
{
    sql::Result<sql::Statement> statement = database.prepare(query);
    if (!statement)
        return sql::fail(statement.error());
    bindValues(*statement, condition);
    sql::Result<bool> row = statement->step();
    for (; row && *row; row = statement->step())
        take(*statement);
    if (!row)
        return sql::fail(row.error());
    return {};
}

enum class By { Quarter, Name }; // what a line of the answer is

sql::Result<> addRows(sql::Database &database, const Scope &scope, Dimension dimension, By by, QList<Quarter> &into)
{
    if (scope.from && scope.to && *scope.from >= *scope.to)
        return {};
    const Condition condition = scope.onRows();
    const auto take = [&into](const sql::Statement &row) {
        into << Quarter{row.get<std::int64_t>(0) * bucketMicros, textAt(row, 1), sumsAt(row, 2)};
    };
    return eachOf(database,
        "SELECT " + (by == By::Quarter ? quarterSql : "0") + " AS quarter, " + nameSql(dimension) + " AS name, "
            + rowSums + " FROM " + rowSource + condition.text + ") GROUP BY quarter, name ORDER BY quarter",
        condition, take);
}

sql::Result<> addRollups(sql::Database &database, const Scope &scope, Dimension dimension, By by, QList<Quarter> &into)
{
    Condition condition{"dimension = ?", {std::int64_t(dimension)}};
    const auto add = [&condition](const char *text, Condition::Value value) {
        condition.text += text;
        condition.values.push_back(std::move(value));
    };
    if (scope.from)
        add(" AND bucket >= ?", *scope.from / bucketMicros);
    if (scope.to)
        add(" AND bucket < ?", *scope.to / bucketMicros);
    if (!scope.profile.isEmpty())
        add(" AND profile = ?", utf8(scope.profile));
    if (!scope.samples)
        condition.text += " AND sample = 0";
    const auto take = [&into](const sql::Statement &row) {
        into << Quarter{row.get<std::int64_t>(0) * bucketMicros, textAt(row, 1), sumsAt(row, 2)};
    };
    return eachOf(database,
        std::string("SELECT ") + (by == By::Quarter ? "bucket" : "0") + " AS quarter, name, " + rollupSums
            + " FROM usage_rollup WHERE " + condition.text + " GROUP BY quarter, name ORDER BY quarter",
        condition, take);
}

std::int64_t roundedUp(std::int64_t micros)
{
    return floorDiv(micros + bucketMicros - 1, bucketMicros) * bucketMicros;
}
std::int64_t roundedDown(std::int64_t micros)
{
    return floorDiv(micros, bucketMicros) * bucketMicros;
}

sql::Result<QList<Quarter>> addUp(sql::Database &database, const Scope &scope, Dimension dimension, By by)
{
    QList<Quarter> all;
    std::optional<std::int64_t> begin, end; // of the whole quarters inside
    if (scope.from)
        begin = roundedUp(*scope.from);
    if (scope.to)
        end = roundedDown(*scope.to);
    sql::Result<> done;
    const bool hasRollups = int(dimension) < dimensionCount;
    if (!hasRollups || !scope.where.text.empty() || (begin && end && *begin >= *end)) {
        done = addRows(database, scope, dimension, by, all);
    } else {
        if (begin && *begin > *scope.from)
            done = addRows(database, scope.within({}, begin), dimension, by, all);
        if (done)
            done = addRollups(database, scope.within(begin, end), dimension, by, all);
        if (done && end && *end < *scope.to)
            done = addRows(database, scope.within(end, {}), dimension, by, all);
    }
    if (!done)
        return sql::fail(done.error());
    return all;
}

} // namespace

sql::Result<QList<Quarter>> quarters(sql::Database &database, const Scope &scope, Dimension dimension)
{
    return addUp(database, scope, dimension, By::Quarter);
}

sql::Result<QList<Quarter>> sumsByName(sql::Database &database, const Scope &scope, Dimension dimension)
{
    return addUp(database, scope, dimension, By::Name);
}

static sql::Result<qint64> countQuarters(sql::Database &database, const Scope &scope)
{
    const sql::Result<QList<Quarter>> all = sumsByName(database, scope, Dimension::All);
    if (!all)
        return sql::fail(all.error());
    qint64 count = 0;
    for (const Quarter &quarter : *all)
        count += quarter.sums.requests;
    return count;
}

sql::Result<QList<GroupSums>> groups(
    sql::Database &database, const Scope &scope, const QList<Dimension> &dimensions, bool byQuarter)
{
    QList<GroupSums> all;
    const Condition condition = scope.onRows();
    std::string columns = byQuarter ? quarterSql : "0";
    std::string order = "1";
    for (qsizetype i = 0; i < dimensions.size(); ++i) {
        columns += ", " + nameSql(dimensions[i]);
        order += ", " + std::to_string(i + 2);
    }
    const auto take = [&all, count = int(dimensions.size())](const sql::Statement &row) {
        GroupSums group;
        group.bucket = row.get<qint64>(0);
        for (int i = 1; i <= count; ++i)
            group.names << textAt(row, i);
        group.samples = row.get<qint64>(count + 1);
        group.sums = sumsAt(row, count + 2);
        all << group;
    };
    const sql::Result<> done = eachOf(database,
        "SELECT " + columns + ", " + sampleSql + ", " + rowSums + " FROM " + rowSource + condition.text + ") GROUP BY "
            + order + " ORDER BY " + order,
        condition, take);
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<Percentiles> percentiles(sql::Database &database, const Scope &scope)
{
    Percentiles found;
    const Condition condition = scope.onRows();
    const auto done = eachOf(database, "SELECT p95(first_token_ms), p95(lag_ms) FROM usage WHERE " + condition.text,
        condition, [&found](const sql::Statement &row) {
            found.firstTokenMs = row.get<std::optional<qint64>>(0);
            found.lagMs = row.get<std::optional<qint64>>(1);
        });
    if (!done)
        return sql::fail(done.error());
    return found;
}

sql::Result<qint64> countRows(sql::Database &database, const Scope &scope)
{
    if (scope.where.text.empty())
        return countQuarters(database, scope);
    qint64 count = 0;
    const Condition condition = scope.onRows();
    const auto done = eachOf(database, "SELECT count(*) FROM usage WHERE " + condition.text, condition,
        [&count](const sql::Statement &row) { count = row.get<qint64>(0); });
    if (!done)
        return sql::fail(done.error());
    return count;
}

sql::Result<qint64> sampleRows(sql::Database &database, const Scope &scope)
{
    if (!scope.samples)
        return 0;
    Scope others = scope;
    others.samples = false;
    const sql::Result<qint64> every = countRows(database, scope);
    const sql::Result<qint64> real = countRows(database, others);
    if (!every || !real)
        return sql::fail(every ? real.error() : every.error());
    return *every - *real;
}

sql::Result<QList<PlacedRow>> rowsBefore(
    sql::Database &database, const Scope &scope, std::optional<std::int64_t> id, qint64 count)
{
    QList<PlacedRow> rows;
    Condition condition = scope.onRows();
    if (id) {
        condition.text += " AND id < ?";
        condition.values.push_back(*id);
    }
    condition.values.push_back(std::int64_t(count));
    const auto take = [&rows](const sql::Statement &row) {
        rows << PlacedRow{row.get<std::int64_t>(usageColumnCount), usageAt(row)};
    };
    const sql::Result<> done = eachOf(database,
        "SELECT " + usageColumns + ", id FROM usage WHERE " + condition.text + " ORDER BY id DESC LIMIT ?", condition,
        take);
    if (!done)
        return sql::fail(done.error());
    return rows;
}

sql::Result<std::optional<QDateTime>> firstRow(sql::Database &database, const QString &profile)
{
    std::optional<QDateTime> first;
    const auto done = eachRow(
        database, "SELECT ts FROM usage WHERE ?1='' OR profile=?1 ORDER BY id LIMIT 1",
        [&first](const sql::Statement &row) { first = timeAt(row, 0); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return first;
}

} // namespace store
