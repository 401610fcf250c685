// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rotations.h"
#include "store/columns.h"
#include "store/fault.h"

using namespace Qt::StringLiterals;

namespace store {

template<class... Values>
static sql::Result<QList<RotationLine>> linesWhere(sql::Database &database, const char *where, const Values &...values)
{
    QList<RotationLine> lines;
    const auto take = [&lines](const sql::Statement &row) {
        lines << RotationLine{row.get<std::int64_t>(0), textAt(row, 1), textAt(row, 2), textAt(row, 3),
            row.get<std::int64_t>(4) != 0, jsonAt(row, 5)};
    };
    const auto done = eachRow(database,
        std::string("SELECT id, profile, old_id, new_id, ended, content FROM rotation WHERE ") + where, take,
        values...);
    if (!done)
        return sql::fail(done.error());
    return lines;
}

Result<qint64> addRotation(sql::Database &database, const RotationLine &line)
{
    const auto other =
        linesWhere(database, "profile=? AND old_id=? AND ended=0 LIMIT 1", utf8(line.profile), utf8(line.oldId));
    if (!other)
        return tl::unexpected<Failure>(failureOf(other.error()));
    if (!other->isEmpty())
        return fail(FailureKind::Conflict, u"rotation %1"_s.arg(other->first().id));
    const auto done = database.run("INSERT INTO rotation(profile, old_id, new_id, ended, content) VALUES(?,?,?,?,?)",
        utf8(line.profile), utf8(line.oldId), utf8(line.newId), std::int64_t(line.ended), jsonText(line.content));
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    return database.lastInsertId();
}

sql::Result<> keepRotation(sql::Database &database, const RotationLine &line)
{
    return database.run("UPDATE rotation SET new_id=?, ended=?, content=? WHERE id=?", utf8(line.newId),
        std::int64_t(line.ended), jsonText(line.content), line.id);
}

sql::Result<QList<RotationLine>> rotationsOf(sql::Database &database, const QString &profile, qsizetype count)
{
    return linesWhere(database, "profile=? ORDER BY id DESC LIMIT ?", utf8(profile), std::int64_t(count));
}

Result<RotationLine> rotation(sql::Database &database, const QString &profile, qint64 id)
{
    const auto found = linesWhere(database, "profile=? AND id=?", utf8(profile), std::int64_t(id));
    if (!found)
        return tl::unexpected<Failure>(failureOf(found.error()));
    if (found->isEmpty())
        return fail(FailureKind::NotFound, u"rotation"_s);
    return found->first();
}

} // namespace store
