// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file.h"
#include "store/fault.h"
#include "store/file_lock.h"
#include "store/functions.h"
#include <algorithm>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QString lockPath(const QString &path)
{
    return QFileInfo(path).dir().filePath(u"migrate.lock"_s);
}

// Our functions, and a page cache of 32 MB: SQLite's own 2 MB read a million rows' pages again and again.
sql::Result<> makeReady(sql::Database &database)
{
    const sql::Result<> done = database.run("PRAGMA cache_size=-32768");
    return done ? addFunctions(database) : done;
}

// Looks through a read-only connection first: opening for writing may already change a file that is not ours to change.
sql::Result<> refuseNewer(const QString &path, int last)
{
    if (QFileInfo(path).size() == 0)
        return {};
    sql::Result<sql::Database> peek = sql::Database::open(path.toStdString(), sql::Access::ReadOnly);
    if (!peek)
        return sql::fail(peek.error());
    const sql::Result<std::int64_t> version = peek->number("PRAGMA user_version");
    if (!version)
        return sql::fail(version.error());
    if (*version > last)
        return sql::fail({sql::Error::newerFile,
            path.toStdString() + " has schema " + std::to_string(*version) + ", this version knows "
                + std::to_string(last) + "; nothing was changed"});
    return {};
}

sql::Result<sql::Database> openAndMigrate(const QString &path, const std::vector<sql::Migration> &steps)
{
    if (sql::Result<> ours = refuseNewer(path, steps.empty() ? 0 : steps.back().number); !ours)
        return sql::fail(ours.error());
    sql::Result<sql::Database> database = sql::Database::open(path.toStdString());
    if (!database)
        return database;
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    if (sql::Result<> done = sql::migrate(*database, steps); !done)
        return sql::fail(done.error());
    if (sql::Result<> done = makeReady(*database); !done)
        return sql::fail(done.error());
    return database;
}

} // namespace

std::vector<sql::Migration> knownMigrations()
{
    std::vector<sql::Migration> steps;
    const QDir folder(u":/store/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.push_back({name.section(u'_', 0, 0).toInt(), file.readAll().toStdString()});
    }
    std::ranges::sort(steps, {}, &sql::Migration::number);
    return steps;
}

Result<sql::Database> openForWriting(
    const QString &path, const std::vector<sql::Migration> &steps, std::chrono::milliseconds lockLimit)
{
    const QDir folder = QFileInfo(path).dir();
    if (!folder.mkpath(u"."_s))
        return tl::unexpected<Failure>(failureOf(Fault::ReadOnly, u"cannot make the folder "_s + folder.path()));
    const Result<FileLock> lock = FileLock::take(lockPath(path), lockLimit);
    if (!lock)
        return tl::unexpected<Failure>(lock.error());
    return inWords(openAndMigrate(path, steps));
}

Result<sql::Database> openForReading(const QString &path)
{
    sql::Result<sql::Database> database = sql::Database::open(path.toStdString(), sql::Access::ReadOnly);
    if (!database)
        return tl::unexpected<Failure>(failureOf(database.error()));
    if (sql::Result<> done = makeReady(*database); !done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    return inWords(std::move(database));
}

Result<QString> renameAside(const QString &path, const QDateTime &now)
{
    const Result<FileLock> lock = FileLock::take(lockPath(path), std::chrono::seconds(5));
    if (!lock)
        return tl::unexpected<Failure>(lock.error());
    const QString aside = path + u".aside-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss.zzz'Z'"_s);
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-unfiled"_s, QString()})
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix))
            return tl::unexpected<Failure>(failureOf(Fault::ReadOnly, u"cannot rename "_s + path + suffix));
    return aside;
}

} // namespace store
