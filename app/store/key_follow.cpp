// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_follow.h"
#include "domain/guard.h"
#include "store/columns.h"
#include "store/rotation_schedules.h"

namespace store {

static sql::Result<> forget(sql::Database &database, const QString &profile, const QString &keyId)
{
    for (const char *query :
        {"DELETE FROM guard WHERE profile=? AND key_id=?", "DELETE FROM budget_raise WHERE profile=? AND key_id=?",
            "DELETE FROM rotation_schedule WHERE profile=? AND key_id=?"})
        if (sql::Result<> done = database.run(query, utf8(profile), utf8(keyId)); !done)
            return done;
    return {};
}

// Its schedule by its own rule where the key was rotated, and first: it is found by the id before.
static sql::Result<> move(sql::Database &database, const QString &profile, const Key &from, const KeyWritten &done)
{
    const Key &to = *done.after;
    if (done.rotated)
        if (auto moved = scheduleRotated(database, profile, from.id, {to.id, to.name}, *done.rotated); !moved)
            return moved;
    for (const char *query : {"UPDATE OR REPLACE rotation_schedule SET key_id=? WHERE profile=? AND key_id=?",
             "UPDATE OR REPLACE budget_raise SET key_id=? WHERE profile=? AND key_id=?",
             "UPDATE OR REPLACE guard SET key_id=? WHERE profile=? AND key_id=?"})
        if (sql::Result<> moved = database.run(query, utf8(to.id), utf8(profile), utf8(from.id)); !moved)
            return moved;
    return {};
}

sql::Result<> endHolds(sql::Database &database, const QString &profile, const QString &keyId)
{
    return database.run("UPDATE guard SET before=NULL WHERE profile=? AND key_id=? AND act=?", utf8(profile),
        utf8(keyId), std::int64_t(GuardAct::Disable));
}

sql::Result<> followKey(sql::Database &database, const QString &profile, const KeyWritten &done)
{
    const auto &[before, after, rotated] = done;
    if (!before)
        return {};
    if (!after)
        return forget(database, profile, before->id);
    if (rotated || before->id != after->id)
        return move(database, profile, *before, done);
    const bool asked = before->enabled || sameSettings(*before, *after); // to disable it, nothing else
    return asked && !after->enabled ? endHolds(database, profile, after->id) : sql::Result<>();
}

sql::Result<> copyGuards(
    sql::Database &database, const QString &profile, const QString &fromId, const Key &to, const QDateTime &now)
{
    return database.run("INSERT OR IGNORE INTO guard(profile, key_id, key, nanos, window, zone, act, warn_percent, by,"
                        " created) SELECT profile, ?, ?, nanos, window, zone, act, warn_percent, by, ? FROM guard"
                        " WHERE profile=? AND key_id=?",
        utf8(to.id), utf8(to.name), microsOf(now), utf8(profile), utf8(fromId));
}

} // namespace store
