// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reviews.h"
#include "store/columns.h"
#include "store/fault.h"

using namespace Qt::StringLiterals;

namespace store {

static ReviewLine lineAt(const sql::Statement &row)
{
    return {row.get<std::int64_t>(0), textAt(row, 1), timeOf(row.get<std::int64_t>(2)), textAt(row, 3), timeAt(row, 4),
        row.get<std::int64_t>(5), row.get<std::int64_t>(6), {}};
}

static constexpr std::string_view head = "SELECT id, profile, at, by, closed_at, keys, decided";

sql::Result<qint64> addReview(sql::Database &database, const ReviewLine &line)
{
    const auto done =
        database.run("INSERT INTO review(profile, at, by, closed_at, keys, decided, content) VALUES(?,?,?,?,?,?,?)",
            utf8(line.profile), microsOf(line.at), utf8(line.by), microsOf(line.closedAt), line.keys, line.decided,
            line.content.toStdString());
    if (!done)
        return sql::fail(done.error());
    return database.lastInsertId();
}

Result<qint64> changeReview(sql::Database &database, const ReviewLine &line)
{
    const Result<ReviewLine> old = review(database, line.profile, line.id);
    if (!old)
        return tl::unexpected<Failure>(old.error());
    if (old->closedAt)
        return fail(FailureKind::Conflict, u"review"_s);
    const auto done = database.run("UPDATE review SET closed_at=?, keys=?, decided=?, content=? WHERE id=?",
        microsOf(line.closedAt), line.keys, line.decided, line.content.toStdString(), line.id);
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    return line.id;
}

sql::Result<QList<ReviewLine>> reviewsOf(sql::Database &database, const QString &profile, qsizetype count)
{
    QList<ReviewLine> lines;
    const auto done = eachRow(
        database, std::string(head) + " FROM review WHERE profile=? ORDER BY id DESC LIMIT ?",
        [&lines](const sql::Statement &row) { lines << lineAt(row); }, utf8(profile), std::int64_t(count));
    if (!done)
        return sql::fail(done.error());
    return lines;
}

Result<ReviewLine> review(sql::Database &database, const QString &profile, qint64 id)
{
    std::optional<ReviewLine> found;
    const auto take = [&found](const sql::Statement &row) {
        found = lineAt(row);
        const auto text = row.get<std::string_view>(7);
        found->content = QByteArray(text.data(), qsizetype(text.size()));
    };
    const auto done = eachRow(database, std::string(head) + ", content FROM review WHERE profile=? AND id=?", take,
        utf8(profile), std::int64_t(id));
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    if (!found)
        return fail(FailureKind::NotFound, u"review"_s);
    return *found;
}

} // namespace store
