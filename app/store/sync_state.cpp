// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sync_state.h"
#include "store/columns.h"
#include "store/failure_text.h"
#include "store/gaps.h"
#include "store/process.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

sql::Result<std::optional<Lease>> leaseOf(sql::Database &database, const QString &profile)
{
    std::optional<Lease> lease;
    const auto done = eachRow(
        database, "SELECT owner, pid, expires FROM sync_lease WHERE profile=?",
        [&lease](const sql::Statement &row) {
            lease = Lease{textAt(row, 0), row.get<qint64>(1), timeOf(row.get<std::int64_t>(2))};
        },
        utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return lease;
}

sql::Result<> putState(sql::Database &database, const QString &profile, const SyncState &state)
{
    std::optional<std::string> kind, detail;
    if (state.failure) {
        kind = utf8(nameOf(state.failure->kind));
        detail = utf8(state.failure->detail);
    }
    return database.run("INSERT OR REPLACE INTO sync_state VALUES(?,?,?,?,?,?,?,?)", utf8(profile), utf8(state.cursor),
        microsOf(state.newest), microsOf(state.syncedAt), kind, detail, state.failure ? state.failure->httpStatus : 0,
        microsOf(state.rereadAt));
}

} // namespace

sql::Result<SyncState> syncState(sql::Database &database, const QString &profile)
{
    SyncState state;
    const auto take = [&state](const sql::Statement &row) {
        state.cursor = textAt(row, 0);
        state.newest = timeAt(row, 1);
        state.syncedAt = timeAt(row, 2);
        if (!row.isNull(3))
            state.failure = Failure{kindNamed(textAt(row, 3)), textAt(row, 4), row.get<int>(5)};
        state.rereadAt = timeAt(row, 6);
    };
    const auto done = eachRow(database,
        "SELECT cursor, newest, synced_at, failure_kind, failure_detail, failure_status, reread_at FROM sync_state"
        " WHERE profile=?",
        take, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return state;
}

Result<> takeLease(sql::Database &database, const QString &profile, const Lease &mine, const QDateTime &now)
{
    const auto held = leaseOf(database, profile);
    if (!held)
        return tl::unexpected<Failure>(failureOf(held.error()));
    const std::optional<Lease> &other = *held;
    if (other && other->owner != mine.owner && other->expires > now && !isGone(other->pid))
        return fail(FailureKind::Locked, u"process %1 is reading this usage"_s.arg(other->pid));
    return inWords(database.run("INSERT OR REPLACE INTO sync_lease VALUES(?,?,?,?)", utf8(profile), utf8(mine.owner),
        mine.pid, microsOf(mine.expires)));
}

sql::Result<> dropLease(sql::Database &database, const QString &profile, const QString &owner)
{
    return database.run("DELETE FROM sync_lease WHERE profile=? AND owner=?", utf8(profile), utf8(owner));
}

Result<Written> keepPage(sql::Database &database, const PageToKeep &page)
{
    const QString &profile = page.arrival.profile;
    if (const Result<> ours = takeLease(database, profile, page.lease, page.arrival.at); !ours)
        return tl::unexpected<Failure>(ours.error());
    const sql::Result<SyncState> was = syncState(database, profile);
    if (!was)
        return tl::unexpected<Failure>(failureOf(was.error()));
    if (was->cursor != page.expected)
        return fail(FailureKind::Conflict, u"another program has read this usage meanwhile"_s);
    const Result<Written> written = putUsage(database, page.arrival, page.rows);
    if (!written)
        return written;
    SyncState state = *was;
    state.cursor = page.next;
    if (page.newest && (!state.newest || *page.newest > *state.newest))
        state.newest = page.newest;
    if (const auto kept = putState(database, profile, state); !kept)
        return tl::unexpected<Failure>(failureOf(kept.error()));
    return written;
}

Result<Written> keepAgain(sql::Database &database, const PageToKeep &page)
{
    if (const Result<> ours = takeLease(database, page.arrival.profile, page.lease, page.arrival.at); !ours)
        return tl::unexpected<Failure>(ours.error());
    return putUsage(database, page.arrival, page.rows);
}

sql::Result<> keepReread(sql::Database &database, const QString &profile, const QDateTime &now)
{
    sql::Result<SyncState> state = syncState(database, profile);
    if (!state)
        return sql::fail(state.error());
    state->rereadAt = now;
    return putState(database, profile, *state);
}

sql::Result<> keepLevel(sql::Database &database, const QString &profile, const QDateTime &now)
{
    sql::Result<SyncState> state = syncState(database, profile);
    if (!state)
        return sql::fail(state.error());
    state->syncedAt = now;
    state->failure.reset();
    const sql::Result<> kept = putState(database, profile, *state);
    return kept ? closeGaps(database, profile) : kept;
}

sql::Result<> keepSyncFailure(
    sql::Database &database, const QString &profile, const Failure &failure, const QDateTime &now)
{
    sql::Result<SyncState> state = syncState(database, profile);
    if (!state)
        return sql::fail(state.error());
    state->failure = failure;
    const std::optional<QDateTime> since = state->newest ? state->newest : state->syncedAt;
    const sql::Result<> kept = putState(database, profile, *state);
    return kept && since ? openGap(database, profile, *since, now) : kept;
}

} // namespace store
