// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runs.h"
#include "store/columns.h"
#include "store/run_json.h"

using namespace Qt::StringLiterals;

namespace store {

static sql::Result<> insertChecks(sql::Database &database, const RunReport &run)
{
    sql::Result<sql::Statement> insert = database.prepare("INSERT INTO run_check VALUES(?,?,?,?,?,?,?,?)");
    if (!insert)
        return sql::fail(insert.error());
    sql::Result<> done;
    for (qsizetype i = 0; done && i < run.checks.size(); ++i) {
        const CheckReport &c = run.checks[i];
        insert->with(
            utf8(run.id), i, utf8(c.check), utf8(c.variant), utf8(c.alias), c.outcome, c.firstTokenMs, c.costNanos);
        done = insert->run();
    }
    return done;
}

sql::Result<> saveRun(sql::Database &database, const RunReport &run)
{
    sql::Result<> done = database.run("DELETE FROM run WHERE id=?", utf8(run.id));
    if (done)
        done = database.run("INSERT INTO run VALUES(?,?,?,?,?,?,?)", utf8(run.id), utf8(run.suite), utf8(run.profile),
            microsOf(run.started), microsOf(run.ended), run.outcome(), jsonText(runJson(run)));
    return done ? insertChecks(database, run) : done;
}

sql::Result<QList<RunReport>> recentRuns(sql::Database &database, int count)
{
    QList<RunReport> runs;
    const auto done = eachRow(
        database, "SELECT json FROM run ORDER BY started DESC, id DESC LIMIT ?",
        [&runs](const sql::Statement &row) { runs << runFrom(jsonAt(row, 0)); }, count);
    if (!done)
        return sql::fail(done.error());
    return runs;
}

// Runs are kept under their profile's name.
sql::Result<QList<CheckLine>> checkLines(sql::Database &database, const QString &profileId, const QDateTime &from)
{
    QList<CheckLine> lines;
    const auto done = eachRow(
        database,
        "SELECT r.id, r.started, c.check_id, c.alias, c.outcome FROM run r JOIN run_check c ON c.run=r.id"
        " WHERE r.profile=(SELECT name FROM profile WHERE id=?) AND r.started>=? AND c.alias<>''"
        " ORDER BY r.started DESC, r.id DESC, c.place",
        [&lines](const sql::Statement &row) {
            lines << CheckLine{textAt(row, 0), timeOf(row.get<std::int64_t>(1)), textAt(row, 2), textAt(row, 3),
                Outcome(row.get<std::int64_t>(4))};
        },
        utf8(profileId), microsOf(from));
    if (!done)
        return sql::fail(done.error());
    return lines;
}

Result<RunReport> findRun(sql::Database &database, const QString &id)
{
    QList<RunReport> found;
    const auto done = eachRow(
        database, "SELECT json FROM run WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2",
        [&found](const sql::Statement &row) { found << runFrom(jsonAt(row, 0)); }, utf8(id));
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    if (found.isEmpty() || id.isEmpty())
        return fail(FailureKind::NotFound, u"there is no run "_s + id);
    if (found.size() > 1)
        return fail(FailureKind::Rejected, u"several runs begin with "_s + id);
    return found.first();
}

} // namespace store
