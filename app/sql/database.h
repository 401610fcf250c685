// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/statement.h"
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace sql {

enum class Access { ReadWrite, ReadOnly };

// One connection in WAL mode, used by one thread at a time; only interrupt() may come from another.
class Database final
{
public:
    // Opens (and for ReadWrite creates) the file and reads its head: a corrupt file fails here.
    static Result<Database> open(const std::string &path, Access access = Access::ReadWrite);

    Result<Statement> prepare(std::string_view sql);
    // Runs one or more statements without values.
    Result<> exec(const std::string &sql);
    // Prepares, binds and runs one statement.
    template<class... Values>
    Result<> run(std::string_view sql, const Values &...values)
    {
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return fail(statement.error());
        return statement->with(values...).run();
    }
    // The first column of the first row; 0 when there is no row.
    Result<std::int64_t> number(std::string_view sql);

    std::int64_t lastInsertId() const;
    // Rows changed by the last statement.
    std::int64_t changes() const;
    // Ends the running statement with SQLITE_INTERRUPT; safe from any thread while this object lives.
    void interrupt();
    // PRAGMA quick_check in words: an error when the file, or that table of it, is damaged.
    Result<> check(std::string_view table = {});
    const std::string &path() const { return m_path; }
    // The raw handle, for what this wrapper does not cover (functions, limits).
    sqlite3 *handle() const { return m_raw.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *raw) const;
    };

    Database(sqlite3 *raw, std::string path) : m_raw(raw), m_path(std::move(path)) {}
    Result<> prepareConnection(Access access);
    Error error(int code) const;

    std::unique_ptr<sqlite3, Close> m_raw;
    std::string m_path;
};

} // namespace sql
