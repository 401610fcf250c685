// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imports.h"
#include "store/columns.h"
#include "store/usage_rollup.h"
#include "store/usage_rows.h"

namespace store {

sql::Result<qint64> beginImport(sql::Database &database, const Import &import)
{
    const auto done =
        database.run("INSERT INTO usage_import(profile, file, at, added, content, map) VALUES(?,?,?,0,?,?)",
            utf8(import.profile), utf8(import.file), microsOf(import.at), utf8(import.content), utf8(import.map));
    if (!done)
        return sql::fail(done.error());
    return database.lastInsertId();
}

sql::Result<> endImport(sql::Database &database, qint64 id, qint64 added)
{
    if (added == 0)
        return database.run("DELETE FROM usage_import WHERE id=?", id);
    return database.run("UPDATE usage_import SET added=? WHERE id=?", added, id);
}

sql::Result<QList<Import>> imports(sql::Database &database, const QString &profile)
{
    QList<Import> all;
    const auto take = [&all](const sql::Statement &row) {
        all << Import{row.get<qint64>(0), textAt(row, 1), textAt(row, 2), timeOf(row.get<std::int64_t>(3)),
            row.get<qint64>(4), textAt(row, 5), textAt(row, 6)};
    };
    const auto done = eachRow(database,
        "SELECT id, profile, file, at, added, content, map FROM usage_import WHERE profile=? ORDER BY id DESC", take,
        utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<QList<qint64>> importsReadOtherwise(sql::Database &database, const Import &import)
{
    QList<qint64> all;
    const auto done = eachRow(
        database, "SELECT id FROM usage_import WHERE profile=? AND content=? AND map<>?",
        [&all](const sql::Statement &row) { all << row.get<qint64>(0); }, utf8(import.profile), utf8(import.content),
        utf8(import.map));
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<qint64> undoImport(sql::Database &database, qint64 id)
{
    RollupChange rollups;
    const auto take = [&rollups](
                          const sql::Statement &row) { rollups.remove(textAt(row, usageColumnCount), usageAt(row)); };
    sql::Result<> done =
        eachRow(database, "SELECT " + usageColumns + ", profile FROM usage WHERE import_id=?", take, id);
    if (done)
        done = rollups.apply(database);
    if (done)
        done = database.run("DELETE FROM usage WHERE import_id=?", id);
    const qint64 removed = database.changes();
    if (done)
        done = database.run("DELETE FROM usage_import WHERE id=?", id);
    if (!done)
        return sql::fail(done.error());
    return removed;
}

} // namespace store
