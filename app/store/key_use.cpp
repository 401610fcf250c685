// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_use.h"
#include "store/columns.h"
#include "store/usage_id.h"
#include <QJsonArray>

namespace store {

static std::string listText(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact).toStdString();
}

static KeyUse useAt(const sql::Statement &row)
{
    return {textAt(row, 0), textAt(row, 1), textAt(row, 2), row.get<qint64>(3), row.get<qint64>(4), row.get<qint64>(5),
        row.get<qint64>(6), timeOf(row.get<std::int64_t>(7))};
}

sql::Result<QList<KeyUse>> useOf(
    sql::Database &database, const QString &profile, const UseOf &asked, const QDateTime &from)
{
    QList<KeyUse> uses;
    const auto done = eachRow(
        database,
        "SELECT key_id, key, alias, sum(ended<>'refund'), ifnull(sum(CASE WHEN currency='USD' THEN cost_nanos END), 0),"
        " count(CASE WHEN currency='USD' THEN cost_nanos END), sum(origin=2), max(ts) FROM usage"
        " WHERE id>=?1 AND ts>=?2 AND profile=?3 AND (key_id IN (SELECT value FROM json_each(?4))"
        " OR (key_id='' AND key IN (SELECT value FROM json_each(?5)))"
        " OR alias IN (SELECT value FROM json_each(?6))) GROUP BY key_id, key, alias ORDER BY 4 DESC, 2, 3",
        [&uses](const sql::Statement &row) { uses << useAt(row); }, lowestId(microsOf(from)), microsOf(from),
        utf8(profile), listText(asked.ids), listText(asked.names), listText(asked.aliases));
    if (!done)
        return sql::fail(done.error());
    return uses;
}

sql::Result<KnownUse> knownUse(sql::Database &database, const QString &profile, const QDateTime &from)
{
    KnownUse known;
    const auto done = eachRow(
        database, "SELECT count(*), min(ts), max(ts) FROM usage WHERE id>=?1 AND ts>=?2 AND profile=?3",
        [&known](const sql::Statement &row) {
            known = KnownUse{row.get<qint64>(0), timeAt(row, 1), timeAt(row, 2)};
        },
        lowestId(microsOf(from)), microsOf(from), utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return known;
}

sql::Result<QList<LastCall>> lastCalls(sql::Database &database, const QString &profile, const QDateTime &from)
{
    QList<LastCall> calls;
    const auto done = eachRow(
        database,
        "SELECT key_id, key, max(ts) FROM usage WHERE id>=?1 AND ts>=?2 AND profile=?3 AND ended<>'refund'"
        " GROUP BY key_id, key",
        [&calls](const sql::Statement &row) {
            calls << LastCall{textAt(row, 0), textAt(row, 1), timeOf(row.get<std::int64_t>(2))};
        },
        lowestId(microsOf(from)), microsOf(from), utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return calls;
}

} // namespace store
