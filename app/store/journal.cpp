// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"
#include "store/columns.h"
#include "store/failure_text.h"
#include "store/key_json.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

std::optional<std::string> jsonOf(const std::optional<Key> &key, const std::optional<QJsonObject> &other)
{
    if (other)
        return jsonText(*other);
    return key ? std::optional(jsonText(keyJson(*key))) : std::nullopt;
}
void readState(
    const sql::Statement &row, int column, bool key, std::optional<Key> &ofKey, std::optional<QJsonObject> &other)
{
    if (row.isNull(column))
        return;
    if (key)
        ofKey = keyFrom(jsonAt(row, column));
    else
        other = jsonAt(row, column);
}

JournalLine lineAt(const sql::Statement &row)
{
    JournalLine line;
    line.id = row.get<qint64>(0);
    line.profile = textAt(row, 1);
    line.at = timeOf(row.get<std::int64_t>(2));
    line.by = textAt(row, 3);
    line.object = textAt(row, 12);
    const bool key = line.object == u"key"_s || line.object == u"reveal"_s;
    readState(row, 4, key, line.before, line.otherBefore);
    readState(row, 5, key, line.after, line.otherAfter);
    line.closed = row.get<bool>(6);
    if (!row.isNull(7))
        line.failure = Failure{kindNamed(textAt(row, 7)), textAt(row, 8), row.get<int>(9)};
    line.reason = textAt(row, 10);
    line.set = row.get<qint64>(11);
    return line;
}

const std::string columns = "SELECT id, profile, at, by_user, before_json, after_json, closed, failure_kind,"
                            " failure_detail, failure_status, reason, change_set, object FROM journal WHERE ";

} // namespace

sql::Result<qint64> openLine(sql::Database &database, const JournalLine &line)
{
    const auto done =
        database.run("INSERT INTO journal(profile, at, by_user, before_json, after_json, reason, change_set, object)"
                     " VALUES(?,?,?,?,?,?,?,?)",
            utf8(line.profile), microsOf(line.at), utf8(line.by), jsonOf(line.before, line.otherBefore),
            jsonOf(line.after, line.otherAfter), utf8(line.reason), line.set, utf8(line.object));
    if (!done)
        return sql::fail(done.error());
    return database.lastInsertId();
}

Result<> closeLine(sql::Database &database, const JournalLine &done)
{
    std::optional<std::string> kind, detail;
    std::optional<int> status;
    if (done.failure) {
        kind = utf8(nameOf(done.failure->kind));
        detail = utf8(done.failure->detail);
        status = done.failure->httpStatus;
    }
    const auto written = database.run("UPDATE journal SET closed=1, before_json=?, after_json=?, failure_kind=?,"
                                      " failure_detail=?, failure_status=? WHERE id=? AND closed=0",
        jsonOf(done.before, done.otherBefore), jsonOf(done.after, done.otherAfter), kind, detail, status, done.id);
    if (written && database.changes() == 0)
        return fail(FailureKind::Conflict, u"journal line %1 is closed or absent"_s.arg(done.id));
    return inWords(written);
}

sql::Result<QList<JournalLine>> journalLines(sql::Database &database, const QString &profile, int count)
{
    QList<JournalLine> lines;
    const auto done = eachRow(
        database, columns + "?1='' OR profile=?1 ORDER BY id DESC LIMIT ?2",
        [&lines](const sql::Statement &row) { lines << lineAt(row); }, utf8(profile), count);
    if (!done)
        return sql::fail(done.error());
    return lines;
}

sql::Result<QList<JournalLine>> deletions(sql::Database &database, const QString &profile)
{
    QList<JournalLine> lines;
    const auto done = eachRow(
        database,
        columns
            + "profile=? AND object='key' AND closed=1 AND failure_kind IS NULL AND before_json IS NOT NULL AND"
              " after_json IS NULL ORDER BY id DESC",
        [&lines](const sql::Statement &row) { lines << lineAt(row); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return lines;
}

} // namespace store
