// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"

struct sqlite3_context;

namespace sql {

// Where one value of a RowTable is told to SQLite: an integer, bool, enum, text, or std::optional of these.
class Cell final
{
public:
    explicit Cell(sqlite3_context *context) : m_context(context) {}

    // A text must outlive the statement's step.
    template<class T>
    void set(const T &value)
    {
        if constexpr (isOptional<T>)
            value ? set(*value) : null();
        else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
            integer(static_cast<std::int64_t>(value));
        else
            text(value);
    }

private:
    void integer(std::int64_t value);
    void text(std::string_view value);
    void null();

    sqlite3_context *m_context;
};

// Rows in memory that the connection reads as a table of this name: INSERT INTO kept SELECT * FROM name writes them
// all in one statement, for a fraction of what a statement a row costs. Lives and dies before its connection.
class RowTable
{
public:
    RowTable(const RowTable &) = delete;
    RowTable &operator=(const RowTable &) = delete;

    // Makes the table known; once.
    Result<> attach(Database &database, const std::string &name, int columns);

    virtual std::size_t rowCount() const = 0;
    virtual void tell(std::size_t row, int column, Cell &cell) const = 0;

protected:
    RowTable() = default;
    virtual ~RowTable();

private:
    sqlite3 *m_raw = nullptr;
    std::string m_name;
    std::string m_columns; // as declared

    friend struct RowTableModule;
};

} // namespace sql
