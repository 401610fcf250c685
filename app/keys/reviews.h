// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/task.h"
#include "keys/review.h"

namespace store {
class Store;
}

namespace keys {

// A review as it is kept.
struct Review
{
    qint64 id = 0; // 0: not kept
    QDateTime at; // UTC
    QString by;
    std::optional<QDateTime> closedAt; // empty: decisions can still be made
    qsizetype keys = 0;
    qsizetype decided = 0;
    QList<ReviewRow> rows; // empty in lists

    friend bool operator==(const Review &, const Review &) = default;
};

// What was decided about one key.
struct Verdict
{
    QString keyId;
    Decision decision = Decision::None;
    QString note;
};

// The access reviews of one profile, in the store. Main thread.
class Reviews
{
public:
    Reviews(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    // Of these keys as they are now; aliases: the catalog, empty when it is not known. Nothing is kept yet.
    Task<Result<Review>> taken(QList<Key> keys, QList<Alias> aliases, QDateTime now, QString by) const;
    // Kept, with its id.
    Task<Result<Review>> keep(Review review) const;
    Task<Result<QList<Review>>> list() const; // newest first
    Task<Result<Review>> review(qint64 id) const; // NotFound
    // NotFound: no such key in it. Conflict: it is closed.
    Task<Result<Review>> decide(qint64 id, QList<Verdict> verdicts) const;
    // No more decisions. Input: there are keys without one. Conflict: it is closed already.
    Task<Result<Review>> close(qint64 id, QDateTime now) const;

private:
    store::Store &m_store;
    QString m_profile;
};

} // namespace keys
