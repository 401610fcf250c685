// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/usage_rollup.h"
#include "domain/refund.h"
#include "store/columns.h"
#include "store/usage_id.h"

using namespace Qt::StringLiterals;

namespace store {

Sums &Sums::operator+=(const Sums &other)
{
    requests += other.requests;
    errors += other.errors;
    input += other.input;
    inputRows += other.inputRows;
    output += other.output;
    outputRows += other.outputRows;
    cached += other.cached;
    cachedRows += other.cachedRows;
    cost += other.cost;
    costRows += other.costRows;
    return *this;
}

bool isError(const UsageRecord &row)
{
    return row.status.value_or(0) >= 400 || row.ended == u"upstream_cut" || row.ended == u"error"
        || row.ended == u"limit" || row.ended == u"refused";
}

QString nameIn(Dimension dimension, const UsageRecord &row)
{
    switch (dimension) {
    case Dimension::All:
        return {};
    case Dimension::Alias:
        return row.alias;
    case Dimension::Key:
        return row.key.isEmpty() ? row.keyId : row.key;
    case Dimension::Model:
        return row.model;
    case Dimension::Upstream:
        return row.upstream;
    case Dimension::Status:
        return row.status ? QString::number(*row.status) : QString();
    case Dimension::Family:
        return row.family;
    }
    return {};
}

static Sums sumsOf(const UsageRecord &row, int sign)
{
    Sums sums;
    const auto tell = [sign](qint64 &sum, qint64 &rows, const std::optional<qint64> &value) {
        sum = sign * value.value_or(0);
        rows = value ? sign : 0;
    };
    const bool dollars = row.currency.isEmpty() || row.currency == u"USD";
    const std::optional<qint64> cost = dollars ? row.costNanos : std::nullopt;
    if (isRefund(row)) {
        sums.cost = sign * cost.value_or(0);
        return sums;
    }
    sums.requests = sign;
    sums.errors = isError(row) ? sign : 0;
    tell(sums.input, sums.inputRows, row.inputTokens);
    tell(sums.output, sums.outputRows, row.outputTokens);
    tell(sums.cached, sums.cachedRows, row.cachedTokens);
    tell(sums.cost, sums.costRows, cost);
    return sums;
}

void RollupChange::count(const QString &profile, const UsageRecord &row, int sign)
{
    const Sums sums = sumsOf(row, sign);
    const std::int64_t bucket = floorDiv(microsOf(row), bucketMicros);
    const std::string owner = utf8(profile);
    for (int i = 0; i < dimensionCount; ++i)
        m_sums[{i, bucket, owner, utf8(nameIn(Dimension(i), row)), row.origin == Origin::Sample}] += sums;
    m_removes = m_removes || sign < 0;
}

sql::Result<> RollupChange::apply(sql::Database &database)
{
    sql::Result<sql::Statement> put = database.prepare(
        "INSERT INTO usage_rollup VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
        " requests=requests+excluded.requests, errors=errors+excluded.errors, input=input+excluded.input,"
        " input_rows=input_rows+excluded.input_rows, output=output+excluded.output,"
        " output_rows=output_rows+excluded.output_rows, cached=cached+excluded.cached,"
        " cached_rows=cached_rows+excluded.cached_rows, cost=cost+excluded.cost, "
        "cost_rows=cost_rows+excluded.cost_rows");
    if (!put)
        return sql::fail(put.error());
    for (const auto &[place, s] : m_sums) {
        const auto &[dimension, bucket, profile, name, sample] = place;
        put->with(dimension, bucket, profile, name, sample, s.requests, s.errors, s.input, s.inputRows, s.output,
            s.outputRows, s.cached, s.cachedRows, s.cost, s.costRows);
        if (const sql::Result<> done = put->run(); !done)
            return done;
    }
    if (!m_removes)
        return {};
    return database.run("DELETE FROM usage_rollup WHERE dimension IN (0,1,2,3,4,5) AND bucket BETWEEN ? AND ? AND "
                        "requests=0 AND cost=0",
        std::get<1>(m_sums.begin()->first), std::get<1>(m_sums.rbegin()->first));
}

} // namespace store
