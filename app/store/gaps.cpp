// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gaps.h"
#include "store/columns.h"

namespace store {

sql::Result<QList<KnownGap>> gaps(sql::Database &database, const QString &profile)
{
    QList<KnownGap> all;
    const auto take = [&all](const sql::Statement &row) {
        all << KnownGap{
            timeOf(row.get<std::int64_t>(0)), timeOf(row.get<std::int64_t>(1)), textAt(row, 2), row.get<bool>(3)};
    };
    const auto done = eachRow(database,
        "SELECT from_ts, to_ts, why, open FROM usage_gap WHERE profile=? ORDER BY from_ts", take, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return all;
}

sql::Result<> openGap(sql::Database &database, const QString &profile, const QDateTime &from, const QDateTime &to)
{
    const sql::Result<> grown = database.run(
        "UPDATE usage_gap SET to_ts=max(to_ts, ?) WHERE profile=? AND open=1", microsOf(to), utf8(profile));
    if (!grown || database.changes() > 0)
        return grown;
    return keepGap(database, profile, {from, to, QStringLiteral("sync failed"), true});
}

sql::Result<> closeGaps(sql::Database &database, const QString &profile)
{
    return database.run("DELETE FROM usage_gap WHERE profile=? AND open=1", utf8(profile));
}

sql::Result<> keepGap(sql::Database &database, const QString &profile, const KnownGap &gap)
{
    return database.run("INSERT OR REPLACE INTO usage_gap VALUES(?,?,?,?,?)", utf8(profile), microsOf(gap.from),
        microsOf(gap.to), utf8(gap.why), gap.open);
}

} // namespace store
