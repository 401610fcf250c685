// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statement.h"
#include "sql/error_of.h"
#include <sqlite3.h>

namespace sql {

void Statement::Finalize::operator()(sqlite3_stmt *raw) const
{
    sqlite3_finalize(raw);
}

Error Statement::error(int code) const
{
    return errorOf(code, sqlite3_db_handle(m_raw.get()));
}

Result<bool> Statement::step()
{
    if (m_bindError)
        return fail({m_bindError, "a value was bound to a parameter the statement does not have"});
    const int code = sqlite3_step(m_raw.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(error(code));
}

Result<> Statement::run()
{
    Result<bool> row = step();
    while (row && *row)
        row = step();
    reset();
    if (!row)
        return fail(row.error());
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_raw.get());
    sqlite3_clear_bindings(m_raw.get());
    m_bindError = 0;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_raw.get(), column) == SQLITE_NULL;
}

int Statement::bindInteger(int index, std::int64_t value)
{
    return sqlite3_bind_int64(m_raw.get(), index, value);
}

int Statement::bindReal(int index, double value)
{
    return sqlite3_bind_double(m_raw.get(), index, value);
}

int Statement::bindText(int index, std::string_view value)
{
    // An empty view may hold no pointer, which SQLite would take for NULL.
    const char *text = value.empty() ? "" : value.data();
    return sqlite3_bind_text64(
        m_raw.get(), index, text, value.size(), m_borrows ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8);
}

int Statement::bindBytes(int index, Bytes value)
{
    const void *data = value.empty() ? static_cast<const void *>("") : value.data();
    return sqlite3_bind_blob64(m_raw.get(), index, data, value.size(), SQLITE_TRANSIENT);
}

int Statement::bindNull(int index)
{
    return sqlite3_bind_null(m_raw.get(), index);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_raw.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_raw.get(), column);
}

std::string_view Statement::text(int column) const
{
    const Bytes raw(sqlite3_column_text(m_raw.get(), column), std::size_t(sqlite3_column_bytes(m_raw.get(), column)));
    return {reinterpret_cast<const char *>(raw.data()), raw.size()};
}

Bytes Statement::bytes(int column) const
{
    const auto *data = static_cast<const unsigned char *>(sqlite3_column_blob(m_raw.get(), column));
    return {data, std::size_t(sqlite3_column_bytes(m_raw.get(), column))};
}

} // namespace sql
