// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/reviews.h"
#include "keys/review_json.h"
#include "store/gaps.h"
#include "store/key_use.h"
#include "store/reviews.h"
#include "store/store.h"
#include "store/sync_state.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keys {

namespace {

constexpr int daysLookedBack = 400;
constexpr qsizetype mostListed = 1000;

qsizetype decidedOf(const QList<ReviewRow> &rows)
{
    return std::ranges::count_if(rows, [](const ReviewRow &row) { return row.decision != Decision::None; });
}

store::ReviewLine lineOf(const Review &review, const QString &profile)
{
    return {review.id, profile, review.at, review.by, review.closedAt, review.rows.size(), decidedOf(review.rows),
        contentOf(review.rows)};
}

Review headOf(const store::ReviewLine &line)
{
    return {line.id, line.at, line.by, line.closedAt, qsizetype(line.keys), qsizetype(line.decided), {}};
}

Result<Review> wholeOf(const store::ReviewLine &line)
{
    Result<QList<ReviewRow>> rows = rowsFrom(line.content);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    Review review = headOf(line);
    review.rows = *std::move(rows);
    return review;
}

struct StoredUse
{
    QList<store::LastCall> calls;
    store::SyncState sync;
    QList<store::KnownGap> gaps;
};

sql::Result<StoredUse> storedUse(sql::Database &db, const QString &profile, const QDateTime &from)
{
    const auto calls = store::lastCalls(db, profile, from);
    if (!calls)
        return sql::fail(calls.error());
    const auto sync = store::syncState(db, profile);
    if (!sync)
        return sql::fail(sync.error());
    const auto gaps = store::gaps(db, profile);
    if (!gaps)
        return sql::fail(gaps.error());
    return StoredUse{*calls, *sync, *gaps};
}

// Stored usage says nothing of who does not call when it is old.
std::optional<QDateTime> wholeFrom(const StoredUse &use, const QDateTime &now)
{
    if (!use.sync.syncedAt || *use.sync.syncedAt < now.addDays(-1))
        return {};
    return use.gaps.isEmpty() ? QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) : use.gaps.last().to;
}

QHash<QString, QDateTime> lastCallsOf(const StoredUse &use, const QList<Key> &keys)
{
    QHash<QString, QString> ids; // by name, where rows tell no more
    for (const Key &key : keys)
        ids.insert(key.name, ids.contains(key.name) ? QString() : key.id);
    QHash<QString, QDateTime> last;
    for (const store::LastCall &call : use.calls) {
        QDateTime &at = last[call.keyId.isEmpty() ? ids.value(call.key) : call.keyId];
        at = at.isValid() ? std::max(at, call.at) : call.at;
    }
    last.remove(QString());
    return last;
}

Result<> settle(QList<ReviewRow> &rows, const Verdict &verdict)
{
    const auto row = std::ranges::find(rows, verdict.keyId, [](const ReviewRow &each) { return each.key.id; });
    if (row == rows.end())
        return fail(FailureKind::NotFound, u"key"_s);
    row->decision = verdict.decision;
    row->note = verdict.note;
    return {};
}

// Reads it, has it changed, and keeps it, in one go.
template<class Change>
Result<Review> changed(sql::Database &db, const QString &profile, qint64 id, const Change &change)
{
    const Result<store::ReviewLine> line = store::review(db, profile, id);
    if (!line)
        return tl::unexpected<Failure>(line.error());
    Result<Review> review = wholeOf(*line);
    if (!review)
        return review;
    if (review->closedAt)
        return fail(FailureKind::Conflict, u"review"_s);
    if (const Result<> done = change(*review); !done)
        return tl::unexpected<Failure>(done.error());
    review->decided = decidedOf(review->rows);
    if (const auto kept = store::changeReview(db, lineOf(*review, profile)); !kept)
        return tl::unexpected<Failure>(kept.error());
    return review;
}

template<class Change>
Task<Result<Review>> changedIn(store::Store &store, QString profile, qint64 id, Change change)
{
    const auto write = [profile, id, change](sql::Database &db) { return changed(db, profile, id, change); };
    co_return co_await store.write(write);
}

} // namespace

Task<Result<Review>> Reviews::taken(QList<Key> keys, QList<Alias> aliases, QDateTime now, QString by) const
{
    const auto read = [profile = m_profile, from = now.addDays(-daysLookedBack)](
                          sql::Database &db) { return storedUse(db, profile, from); };
    const auto use = co_await m_store.read(read);
    if (!use)
        co_return tl::unexpected<Failure>(use.error());
    ReviewGround ground;
    ground.keys = keys;
    ground.aliases = aliases;
    ground.lastCalls = lastCallsOf(*use, keys);
    ground.usageFrom = wholeFrom(*use, now);
    ground.now = now;
    Review review;
    review.at = now;
    review.by = by;
    review.rows = reviewOf(ground);
    review.keys = review.rows.size();
    co_return review;
}

Task<Result<Review>> Reviews::keep(Review review) const
{
    const auto write = [line = lineOf(review, m_profile)](sql::Database &db) { return store::addReview(db, line); };
    const auto id = co_await m_store.write(write);
    if (!id)
        co_return tl::unexpected<Failure>(id.error());
    review.id = *id;
    co_return review;
}

Task<Result<QList<Review>>> Reviews::list() const
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::reviewsOf(db, profile, mostListed); };
    const auto lines = co_await m_store.read(read);
    if (!lines)
        co_return tl::unexpected<Failure>(lines.error());
    QList<Review> out;
    for (const store::ReviewLine &line : *lines)
        out << headOf(line);
    co_return out;
}

Task<Result<Review>> Reviews::review(qint64 id) const
{
    const auto read = [profile = m_profile, id](sql::Database &db) { return store::review(db, profile, id); };
    const auto line = co_await m_store.read(read);
    if (!line)
        co_return tl::unexpected<Failure>(line.error());
    co_return wholeOf(*line);
}

Task<Result<Review>> Reviews::decide(qint64 id, QList<Verdict> verdicts) const
{
    const auto change = [verdicts](Review &review) -> Result<> {
        for (const Verdict &verdict : verdicts)
            if (const Result<> done = settle(review.rows, verdict); !done)
                return done;
        return {};
    };
    co_return co_await changedIn(m_store, m_profile, id, change);
}

Task<Result<Review>> Reviews::close(qint64 id, QDateTime now) const
{
    const auto change = [now](Review &review) -> Result<> {
        if (decidedOf(review.rows) < review.rows.size())
            return fail(FailureKind::Input, u"review"_s);
        review.closedAt = now;
        return {};
    };
    co_return co_await changedIn(m_store, m_profile, id, change);
}

} // namespace keys
