// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.h"
#include "sql/transaction.h"
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace sql {

namespace {

Result<> refuseNewer(Database &database, int last)
{
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (*version > last)
        return fail({Error::newerFile,
            database.path() + " was written by a newer version (schema " + std::to_string(*version)
                + ", this one knows " + std::to_string(last) + "); it was left as it is"});
    return {};
}

Result<> backUp(Database &database, int number)
{
    const std::string copy = backupPath(database, number);
    std::remove(copy.c_str());
    const int file =
        ::open(copy.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600); // SQLite fills it, mode and all
    if (file >= 0)
        ::close(file);
    return database.run("VACUUM INTO ?", copy);
}

Result<> apply(Database &database, const Migration &step)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (*version >= step.number)
        return {};
    Result<> done = database.exec(step.sql);
    if (done)
        done = database.exec("PRAGMA user_version=" + std::to_string(step.number));
    return done ? transaction->commit() : done;
}

} // namespace

std::string backupPath(const Database &database, int number)
{
    return database.path() + ".before-" + std::to_string(number);
}

Result<> migrate(Database &database, std::span<const Migration> steps)
{
    Result<> done = refuseNewer(database, steps.empty() ? 0 : steps.back().number);
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (done && !version)
        return fail(version.error());
    const Result<std::int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (done && !tables)
        return fail(tables.error());
    for (const Migration &step : steps) {
        if (!done)
            return done;
        if (step.number <= *version)
            continue;
        if (*tables > 0) // a new file has nothing to keep, at none of its steps
            done = backUp(database, step.number);
        if (done)
            done = apply(database, step);
    }
    return done;
}

} // namespace sql
