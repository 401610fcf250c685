// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_writer.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

using Tell = void (*)(const UsageRow &row, sql::Cell &cell);

template<auto Member>
void field(const UsageRow &row, sql::Cell &cell)
{
    cell.set(row.*Member);
}

template<auto Member>
void count(const UsageRow &row, sql::Cell &cell)
{
    cell.set(row.tokens.*Member);
}

// In the order of the table's columns.
constexpr std::array<Tell, 29> columns = {field<&UsageRow::id>, field<&UsageRow::requestId>, field<&UsageRow::ts>,
    field<&UsageRow::keyId>, field<&UsageRow::key>, field<&UsageRow::alias>, field<&UsageRow::upstream>,
    field<&UsageRow::model>, field<&UsageRow::family>, field<&UsageRow::status>, field<&UsageRow::errorClass>,
    field<&UsageRow::ended>, field<&UsageRow::streamed>, count<&Tokens::input>, count<&Tokens::output>,
    count<&Tokens::cached>, count<&Tokens::reasoning>, field<&UsageRow::costNanos>, field<&UsageRow::chargedNanos>,
    field<&UsageRow::firstByteMs>, field<&UsageRow::firstTokenMs>, field<&UsageRow::totalMs>, field<&UsageRow::sample>,
    field<&UsageRow::priceDate>, field<&UsageRow::attempts>, field<&UsageRow::chain>, field<&UsageRow::owner>,
    field<&UsageRow::unit>, field<&UsageRow::previousSecret>};

constexpr std::int64_t microsPerMinute = 60'000'000;

} // namespace

void UsageWriter::tell(std::size_t row, int column, sql::Cell &cell) const
{
    columns[std::size_t(column)](m_rows[row], cell);
}

// OR FAIL: the caller's transaction is what is undone, so SQLite keeps no journal of the statement's own.
sql::Result<> UsageWriter::prepare()
{
    if (m_insert)
        return {};
    if (const sql::Result<> known = attach(m_database, "usage_given", int(columns.size())); !known)
        return known;
    sql::Result<sql::Statement> insert = m_database.prepare("INSERT OR FAIL INTO usage SELECT * FROM usage_given");
    sql::Result<sql::Statement> add = m_database.prepare(
        "INSERT INTO spent VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET nanos=nanos+excluded.nanos,"
        " last_at=max(last_at, excluded.last_at), previous_at=max(previous_at, excluded.previous_at)");
    if (!insert || !add)
        return sql::fail(insert ? add.error() : insert.error());
    m_insert = std::move(*insert);
    m_add = std::move(*add);
    return {};
}

sql::Result<> UsageWriter::write(std::span<const UsageRow> rows)
{
    sql::Result<> done = prepare();
    m_rows = rows;
    if (done)
        done = m_insert->run();
    if (done)
        done = addSums();
    m_rows = {};
    return done;
}

sql::Result<> UsageWriter::addSums()
{
    m_sums.clear();
    for (const UsageRow &row : m_rows) {
        if (!row.keyId)
            continue;
        Sum &sum = m_sums[{*row.keyId, row.ts / microsPerMinute}];
        sum.nanos += row.chargedNanos;
        sum.last = std::max(sum.last, row.ts);
        if (row.previousSecret)
            sum.previousLast = std::max(sum.previousLast, row.ts);
    }
    sql::Result<> done;
    for (const auto &[which, sum] : m_sums) {
        if (done)
            done = m_add->withBorrowed(which.first, which.second, sum.nanos, sum.last, sum.previousLast).run();
    }
    return done;
}

} // namespace proxy
