// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/row_table.h"
#include <new>
#include <sqlite3.h>

namespace sql {

// SQLite's side of it: a virtual table that is there without being created.
struct RowTableModule
{
    struct Table : sqlite3_vtab
    {
        const RowTable *rows = nullptr;
    };
    struct Cursor : sqlite3_vtab_cursor
    {
        const RowTable *rows = nullptr;
        std::size_t at = 0;
    };

    static Cursor &of(sqlite3_vtab_cursor *cursor) { return *static_cast<Cursor *>(cursor); }

    static int connect(sqlite3 *raw, void *given, int, const char *const *, sqlite3_vtab **made, char **)
    {
        auto *rows = static_cast<const RowTable *>(given);
        auto *table = new (std::nothrow) Table;
        *made = table;
        if (!table)
            return SQLITE_NOMEM;
        table->rows = rows;
        return sqlite3_declare_vtab(raw, rows->m_columns.c_str());
    }
    static int disconnect(sqlite3_vtab *table)
    {
        delete static_cast<Table *>(table);
        return SQLITE_OK;
    }
    static int plan(sqlite3_vtab *, sqlite3_index_info *) { return SQLITE_OK; } // always all of them
    static int open(sqlite3_vtab *table, sqlite3_vtab_cursor **made)
    {
        auto *cursor = new (std::nothrow) Cursor;
        *made = cursor;
        if (!cursor)
            return SQLITE_NOMEM;
        cursor->rows = static_cast<Table *>(table)->rows;
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor *cursor)
    {
        delete &of(cursor);
        return SQLITE_OK;
    }
    static int first(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **)
    {
        of(cursor).at = 0;
        return SQLITE_OK;
    }
    static int next(sqlite3_vtab_cursor *cursor)
    {
        ++of(cursor).at;
        return SQLITE_OK;
    }
    static int atEnd(sqlite3_vtab_cursor *cursor) { return of(cursor).at >= of(cursor).rows->rowCount(); }
    static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int which)
    {
        Cell cell(context);
        of(cursor).rows->tell(of(cursor).at, which, cell);
        return SQLITE_OK;
    }
    static int rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
    {
        *id = sqlite3_int64(of(cursor).at);
        return SQLITE_OK;
    }

    static const sqlite3_module *module()
    {
        static const sqlite3_module made = [] {
            sqlite3_module methods{};
            methods.xConnect = connect; // no xCreate: nobody can make another one
            methods.xBestIndex = plan;
            methods.xDisconnect = disconnect;
            methods.xOpen = open;
            methods.xClose = close;
            methods.xFilter = first;
            methods.xNext = next;
            methods.xEof = atEnd;
            methods.xColumn = column;
            methods.xRowid = rowid;
            return methods;
        }();
        return &made;
    }
};

void Cell::integer(std::int64_t value)
{
    sqlite3_result_int64(m_context, value);
}

void Cell::text(std::string_view value)
{
    // An empty view may hold no pointer, which SQLite would take for NULL.
    const char *at = value.empty() ? "" : value.data();
    sqlite3_result_text64(m_context, at, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Cell::null()
{
    sqlite3_result_null(m_context);
}

Result<> RowTable::attach(Database &database, const std::string &name, int columns)
{
    m_name = name;
    m_columns = "CREATE TABLE given(c0";
    for (int column = 1; column < columns; ++column)
        m_columns += ",c" + std::to_string(column);
    m_columns += ')';
    sqlite3 *raw = database.handle();
    const int code = sqlite3_create_module_v2(raw, name.c_str(), RowTableModule::module(), this, nullptr);
    if (code != SQLITE_OK)
        return fail({code, sqlite3_errmsg(raw)});
    m_raw = raw;
    return {};
}

RowTable::~RowTable()
{
    if (m_raw)
        sqlite3_create_module_v2(m_raw, m_name.c_str(), nullptr, nullptr, nullptr);
}

} // namespace sql
