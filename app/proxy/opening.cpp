// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/opening.h"
#include "proxy/clock.h"
#include "proxy/database_look.h"
#include "proxy/merge.h"
#include "proxy/seed.h"
#include "proxy/tables.h"
#include "proxy/usage_shelf.h"
#include "sql/transaction.h"
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

namespace proxy {

namespace {

StartError wordsFor(const sql::Error &error, const std::string &path)
{
    if (error.isNewerFile())
        return {StartFailure::DatabaseNewer, error.message};
    if (error.isCorrupt())
        return {StartFailure::DatabaseCorrupt,
            path + " is damaged or no database (" + error.message + "); it was left as it is"};
    if (error.isBusy())
        return {StartFailure::DatabaseLocked, path + " is locked by another program"};
    if (error.isFull())
        return {StartFailure::DatabaseFull, path + ": " + error.message};
    return {StartFailure::DatabaseFailed, path + ": " + error.message};
}

// What the gateway cannot run without, which is small whatever the file holds.
sql::Result<> checkSmallTables(sql::Database &database)
{
    sql::Result<sql::Statement> names =
        database.prepare("SELECT name FROM sqlite_schema WHERE type='table' AND name<>'usage'");
    if (!names)
        return sql::fail(names.error());
    sql::Result<> done;
    sql::Result<bool> more = names->step();
    for (; done && more && *more; more = names->step())
        done = database.check(names->get<std::string>(0));
    return more ? done : sql::fail(more.error());
}

// All of a file that is small or that a crash left behind. Else the usage rows, which may be millions, are left out:
// SQLite tells of a damaged page when it is met, and such rows are counted as lost.
sql::Result<> check(sql::Database &database, std::int64_t wholeBytes, bool endedWell)
{
    const sql::Result<std::int64_t> bytes =
        database.number("SELECT page_count*page_size FROM pragma_page_count(), pragma_page_size()");
    if (!bytes)
        return sql::fail(bytes.error());
    return endedWell && *bytes > wholeBytes ? checkSmallTables(database) : database.check();
}

// SQLite removes the log when the last connection closes.
bool hasLog(const std::string &path)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(path + "-wal", none);
    return !none && size > 0;
}

// What a run that was killed did not get to: its rows count before the first call.
sql::Result<> fileRest(Opened &opened)
{
    const sql::Result<std::string> lost = fileLeftover(opened.database);
    if (lost && !lost->empty())
        opened.warnings.push_back(*lost);
    return lost ? sql::Result<>() : sql::fail(lost.error());
}

sql::Result<> prepare(Opened &opened, Options &options, bool endedWell)
{
    sql::Result<> done = check(opened.database, options.limits.wholeCheckBytes, endedWell);
    if (done)
        done = sql::migrate(opened.database, migrations());
    if (done)
        done = fileRest(opened);
    if (done)
        done = seed(opened.database, options.seed);
    if (done)
        done = load(opened);
    if (done)
        done = merge(opened, options);
    if (done && options.limits.databasePages > 0)
        done = opened.database.exec("PRAGMA max_page_count=" + std::to_string(options.limits.databasePages));
    return done;
}

} // namespace

FileLock::FileLock(const std::string &path) : m_file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        m_file = -1;
    }
}

FileLock::FileLock(FileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

tl::expected<Opened, StartError> openDatabase(Options &options)
{
    const std::string &path = options.dbPath;
    if (options.adminKey.size() < 16)
        return tl::unexpected(StartError{StartFailure::BadOptions, "the admin key needs at least 16 characters"});
    const bool endedWell = !hasLog(path);
    sql::Result<sql::Database> database = sql::Database::open(path);
    if (!database)
        return tl::unexpected(wordsFor(database.error(), path));
    FileLock lock(path + ".lock");
    if (!lock.held())
        return tl::unexpected(StartError{
            StartFailure::DatabaseLocked, path + " is in use by another gateway, or its folder is not writable"});
    Opened opened{std::move(lock), std::move(*database), {}, 0, {}, {}};
    if (const sql::Result<> done = prepare(opened, options, endedWell); !done) {
        const bool ours = done.error().code == badOptions;
        return tl::unexpected(
            ours ? StartError{StartFailure::BadOptions, done.error().message} : wordsFor(done.error(), path));
    }
    return opened;
}

int schemaVersion()
{
    return migrations().back().number;
}

tl::expected<void, StartError> lookAtDatabase(const std::string &path)
{
    std::error_code none;
    if (!std::filesystem::exists(path, none))
        return {};
    sql::Result<sql::Database> database = sql::Database::open(path, sql::Access::ReadOnly);
    if (!database)
        return tl::unexpected(wordsFor(database.error(), path));
    const sql::Result<std::int64_t> version = database->number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(wordsFor(version.error(), path));
    if (*version > schemaVersion())
        return tl::unexpected(StartError{StartFailure::DatabaseNewer,
            path + " has schema " + std::to_string(*version) + ", this version knows "
                + std::to_string(schemaVersion())});
    const sql::Result<> done = check(*database, Options().limits.wholeCheckBytes, true);
    if (!done)
        return tl::unexpected(wordsFor(done.error(), path));
    return {};
}

} // namespace proxy
