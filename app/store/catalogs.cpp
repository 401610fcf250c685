// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogs.h"
#include "store/columns.h"
#include "store/fault.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::string_view head = "SELECT id, profile, first_seen, last_seen, hash, aliases";

CatalogRow rowAt(const sql::Statement &row)
{
    return {row.get<std::int64_t>(0), textAt(row, 1), timeOf(row.get<std::int64_t>(2)),
        timeOf(row.get<std::int64_t>(3)), textAt(row, 4), row.get<std::int64_t>(5), {}};
}

CatalogRow wholeAt(const sql::Statement &row)
{
    CatalogRow whole = rowAt(row);
    const auto text = row.get<std::string_view>(6);
    whole.content = QByteArray(text.data(), qsizetype(text.size()));
    return whole;
}

template<class... Values>
sql::Result<std::optional<CatalogRow>> oneWhere(sql::Database &database, std::string_view condition, Values... values)
{
    std::optional<CatalogRow> found;
    std::string query(head);
    query.append(", content FROM catalog WHERE ").append(condition);
    const auto done = eachRow(
        database, query, [&found](const sql::Statement &row) { found = wholeAt(row); }, values...);
    if (!done)
        return sql::fail(done.error());
    return found;
}

Result<CatalogRow> orNotFound(const sql::Result<std::optional<CatalogRow>> &found)
{
    if (!found)
        return tl::unexpected<Failure>(failureOf(found.error()));
    if (!*found)
        return fail(FailureKind::NotFound, u"catalog"_s);
    return **found;
}

} // namespace

sql::Result<qint64> keepCatalog(sql::Database &database, const CatalogRow &seen)
{
    const auto newest = newestCatalog(database, seen.profile);
    if (!newest)
        return sql::fail(newest.error());
    const std::int64_t at = microsOf(seen.lastSeen);
    if (*newest && (*newest)->hash == seen.hash) {
        const auto done = database.run("UPDATE catalog SET last_seen=max(last_seen,?) WHERE id=?", at, (*newest)->id);
        return done ? sql::Result<qint64>((*newest)->id) : sql::fail(done.error());
    }
    const auto done =
        database.run("INSERT INTO catalog(profile, first_seen, last_seen, hash, aliases, content) VALUES(?,?,?,?,?,?)",
            utf8(seen.profile), at, at, utf8(seen.hash), seen.aliases, seen.content.toStdString());
    if (!done)
        return sql::fail(done.error());
    return database.lastInsertId();
}

sql::Result<QList<CatalogRow>> catalogsOf(sql::Database &database, const QString &profile, qsizetype count)
{
    QList<CatalogRow> rows;
    const auto done = eachRow(
        database, std::string(head) + " FROM catalog WHERE profile=? ORDER BY id DESC LIMIT ?",
        [&rows](const sql::Statement &row) { rows << rowAt(row); }, utf8(profile), std::int64_t(count));
    if (!done)
        return sql::fail(done.error());
    return rows;
}

sql::Result<std::optional<CatalogRow>> newestCatalog(sql::Database &database, const QString &profile)
{
    return oneWhere(database, "profile=? ORDER BY id DESC LIMIT 1", utf8(profile));
}

Result<CatalogRow> catalog(sql::Database &database, const QString &profile, qint64 id)
{
    return orNotFound(oneWhere(database, "profile=? AND id=?", utf8(profile), std::int64_t(id)));
}

Result<CatalogRow> catalogAt(sql::Database &database, const QString &profile, const QDateTime &time)
{
    return orNotFound(
        oneWhere(database, "profile=? AND first_seen<=? ORDER BY id DESC LIMIT 1", utf8(profile), microsOf(time)));
}

} // namespace store
