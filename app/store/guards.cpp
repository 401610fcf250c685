// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/guards.h"
#include "store/columns.h"
#include "store/fault.h"
#include "store/key_json.h"
#include "store/usage_id.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::string_view columns =
    "SELECT id, profile, key_id, key, nanos, window, zone, act, warn_percent, by, created,"
    " warned_for, acted_for, phase, phase_at, before, failure, failure_at FROM guard ";

Guard guardAt(const sql::Statement &row)
{
    Guard guard;
    guard.id = row.get<std::int64_t>(0);
    guard.profile = textAt(row, 1);
    guard.keyId = textAt(row, 2);
    guard.key = textAt(row, 3);
    guard.nanos = row.get<std::int64_t>(4);
    guard.window = textAt(row, 5);
    guard.zone = textAt(row, 6);
    guard.act = GuardAct(row.get<std::int64_t>(7));
    guard.warnPercent = int(row.get<std::int64_t>(8));
    guard.by = textAt(row, 9);
    guard.created = timeOf(row.get<std::int64_t>(10));
    guard.warnedFor = timeAt(row, 11);
    guard.actedFor = timeAt(row, 12);
    guard.phase = GuardPhase(row.get<std::int64_t>(13));
    guard.phaseAt = timeAt(row, 14);
    if (!row.isNull(15))
        guard.before = keyFrom(jsonAt(row, 15));
    guard.failure = textAt(row, 16);
    guard.failureAt = timeAt(row, 17);
    return guard;
}

std::optional<std::string> keyText(const std::optional<Key> &key)
{
    return key ? std::optional(jsonText(keyJson(*key))) : std::nullopt;
}

template<class... Values>
sql::Result<QList<Guard>> guardsWhere(sql::Database &database, const char *where, const Values &...values)
{
    QList<Guard> found;
    const auto done = eachRow(
        database, std::string(columns) + where, [&found](const sql::Statement &row) { found << guardAt(row); },
        values...);
    if (!done)
        return sql::fail(done.error());
    return found;
}

Result<Guard> oneOf(const sql::Result<QList<Guard>> &found)
{
    if (!found)
        return tl::unexpected<Failure>(failureOf(found.error()));
    if (found->isEmpty())
        return fail(FailureKind::NotFound, u"guard"_s);
    return found->first();
}

} // namespace

sql::Result<QList<Guard>> guards(sql::Database &database, const QString &profile)
{
    return guardsWhere(database, "WHERE profile=? ORDER BY id", utf8(profile));
}

sql::Result<QStringList> guardedProfiles(sql::Database &database)
{
    QStringList found;
    const auto done =
        eachRow(database, "SELECT profile FROM guard UNION SELECT profile FROM budget_raise ORDER BY profile",
            [&found](const sql::Statement &row) { found << textAt(row, 0); });
    if (!done)
        return sql::fail(done.error());
    return found;
}

Result<Guard> guard(sql::Database &database, const QString &profile, qint64 id)
{
    return oneOf(guardsWhere(database, "WHERE profile=? AND id=?", utf8(profile), std::int64_t(id)));
}

Result<Guard> putGuard(sql::Database &database, const Guard &guard)
{
    const auto done = database.run(
        "INSERT INTO guard(profile, key_id, key, nanos, window, zone, act, warn_percent, by, created)"
        " VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(profile, key_id, window) DO UPDATE SET key=excluded.key,"
        " nanos=excluded.nanos, zone=excluded.zone, act=excluded.act, warn_percent=excluded.warn_percent,"
        " by=excluded.by, warned_for=NULL, acted_for=CASE WHEN before IS NULL THEN NULL ELSE acted_for END",
        utf8(guard.profile), utf8(guard.keyId), utf8(guard.key), guard.nanos, utf8(guard.window), utf8(guard.zone),
        std::int64_t(guard.act), std::int64_t(guard.warnPercent), utf8(guard.by), microsOf(guard.created));
    if (!done)
        return tl::unexpected<Failure>(failureOf(done.error()));
    return oneOf(guardsWhere(database, "WHERE profile=? AND key_id=? AND window=?", utf8(guard.profile),
        utf8(guard.keyId), utf8(guard.window)));
}

sql::Result<> removeGuard(sql::Database &database, qint64 id)
{
    return database.run("DELETE FROM guard WHERE id=?", std::int64_t(id));
}

sql::Result<> keepGuardState(sql::Database &database, const Guard &guard)
{
    return database.run("UPDATE guard SET warned_for=?, acted_for=?, phase=?, phase_at=?, before=?, failure=?,"
                        " failure_at=? WHERE id=?",
        microsOf(guard.warnedFor), microsOf(guard.actedFor), std::int64_t(guard.phase), microsOf(guard.phaseAt),
        keyText(guard.before), utf8(guard.failure), microsOf(guard.failureAt), guard.id);
}

sql::Result<bool> claimGuard(sql::Database &database, const Guard &was, const Guard &now)
{
    const auto found = guardsWhere(database, "WHERE id=?", was.id);
    if (!found)
        return sql::fail(found.error());
    const bool same = !found->isEmpty() && found->first().phase == was.phase && found->first().phaseAt == was.phaseAt;
    if (!same)
        return false;
    if (const auto done = keepGuardState(database, now); !done)
        return sql::fail(done.error());
    return true;
}

sql::Result<bool> handGuard(sql::Database &database, const Guard &was, const Guard &now, const Guard &heir)
{
    const auto mine = claimGuard(database, was, now);
    if (!mine || !*mine)
        return mine;
    if (const auto done = keepGuardState(database, heir); !done)
        return sql::fail(done.error());
    return true;
}

sql::Result<GuardSpend> guardSpend(sql::Database &database, const Guard &guard, const QDateTime &from)
{
    GuardSpend spend;
    const auto done = eachRow(
        database,
        "WITH RECURSIVE lineage(key_id) AS (SELECT ?4 UNION SELECT old_id FROM rotation JOIN lineage"
        " ON new_id=lineage.key_id AND profile=?3)"
        " SELECT ifnull(sum(CASE WHEN currency='USD' THEN cost_nanos END), 0), count(*),"
        " count(*) - count(CASE WHEN currency='USD' THEN cost_nanos END) FROM usage"
        " WHERE id>=?1 AND ts>=?2 AND profile=?3 AND (key_id IN lineage OR (key_id='' AND key=?5))",
        [&spend](const sql::Statement &row) {
            spend = GuardSpend{row.get<qint64>(0), row.get<qint64>(1), row.get<qint64>(2)};
        },
        lowestId(microsOf(from)), microsOf(from), utf8(guard.profile), utf8(guard.keyId), utf8(guard.key));
    if (!done)
        return sql::fail(done.error());
    return spend;
}

} // namespace store
