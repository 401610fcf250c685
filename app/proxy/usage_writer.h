// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_row.h"
#include "sql/row_table.h"
#include <map>
#include <span>

namespace proxy {

// Writes usage rows, all of a batch in one statement, and what they add to the sums of their keys. On the thread that
// holds the connection, which outlives it.
class UsageWriter final : private sql::RowTable
{
public:
    explicit UsageWriter(sql::Database &database) : m_database(database) {}

    // Within a transaction of the caller, who rolls it back when this fails. The rows have their ids.
    sql::Result<> write(std::span<const UsageRow> rows);

private:
    // What the rows of one minute add to their key.
    struct Sum
    {
        std::int64_t nanos = 0;
        std::int64_t last = 0;
        std::int64_t previousLast = 0; // with the secret a rotation replaced; 0: none
    };

    std::size_t rowCount() const override { return m_rows.size(); }
    void tell(std::size_t row, int column, sql::Cell &cell) const override;
    sql::Result<> prepare();
    sql::Result<> addSums();

    sql::Database &m_database;
    std::span<const UsageRow> m_rows;
    std::optional<sql::Statement> m_insert;
    std::optional<sql::Statement> m_add;
    std::map<std::pair<std::string_view, std::int64_t>, Sum> m_sums; // by key and minute; views into m_rows
};

} // namespace proxy
