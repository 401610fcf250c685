// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.h"
#include "sql/error_of.h"
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace sql {

namespace {
constexpr int busyMs = 5000;
}

// What lies in it is its owner's alone; log and shared memory take the mode of the file. Never opens a file that is
// there: closing it would drop the locks of this process's other connections.
static void createPrivate(const std::string &path)
{
    const int file =
        path.empty() || path.front() == ':' ? -1 : ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
}

void Database::Close::operator()(sqlite3 *raw) const
{
    sqlite3_close_v2(raw);
}

Error Database::error(int code) const
{
    return m_raw ? errorOf(code, m_raw.get()) : Error{code, sqlite3_errstr(code)};
}

Result<Database> Database::open(const std::string &path, Access access)
{
    // Nobody reads SQLite's count of its memory; keeping it takes a lock at each allocation. Refused when SQLite runs.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    const int mode = access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (access == Access::ReadWrite)
        createPrivate(path);
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, mode | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw, path);
    if (code != SQLITE_OK)
        return fail(database.error(code));
    if (Result<> ready = database.prepareConnection(access); !ready)
        return fail(ready.error());
    return database;
}

Result<> Database::prepareConnection(Access access)
{
    sqlite3_extended_result_codes(m_raw.get(), 1);
    sqlite3_busy_timeout(m_raw.get(), busyMs);
    if (Result<std::int64_t> head = number("PRAGMA schema_version"); !head)
        return fail(head.error());
    const std::string safe = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;";
    if (access == Access::ReadOnly)
        return exec(safe);
    return exec(safe + "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *raw = nullptr;
    const int code = sqlite3_prepare_v2(m_raw.get(), sql.data(), int(sql.size()), &raw, nullptr);
    if (code != SQLITE_OK)
        return fail(error(code));
    if (!raw)
        return fail({SQLITE_MISUSE, "the statement is empty"});
    return Statement(raw);
}

Result<> Database::exec(const std::string &sql)
{
    const int code = sqlite3_exec(m_raw.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(error(code));
    return {};
}

Result<std::int64_t> Database::number(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return fail(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    return *row ? statement->get<std::int64_t>(0) : 0;
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_raw.get());
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_raw.get());
}

void Database::interrupt()
{
    sqlite3_interrupt(m_raw.get());
}

Result<> Database::check(std::string_view table)
{
    Result<Statement> statement =
        prepare(table.empty() ? "PRAGMA quick_check(1)" : "SELECT * FROM pragma_quick_check(?)");
    if (!statement)
        return fail(statement.error());
    if (!table.empty())
        statement->bind(1, table);
    const Result<bool> row = statement->step();
    if (!row)
        return fail(row.error());
    const std::string verdict = *row ? statement->get<std::string>(0) : std::string();
    if (verdict != "ok")
        return fail({SQLITE_CORRUPT, verdict});
    return {};
}

} // namespace sql
