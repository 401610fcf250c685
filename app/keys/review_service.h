// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/observable.h"
#include "base/task_scope.h"
#include "keys/review_difference.h"
#include "keys/reviews.h"

namespace keys {

// What the window shows of one profile's access reviews: one of them, the list, and what changed since the one before.
// Views read state() and send intents. Main thread.
class ReviewService : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        Review shown; // id 0: of the keys as they are now, not kept
        bool ready = false; // `shown` was read
        std::optional<Review> since; // the newest one kept before it
        QList<ReviewDifference> changed; // since that
        QList<Review> kept; // newest first, without rows
        bool writing = false;
        std::optional<Failure> failure; // of the last intent
    };

    ReviewService(store::Store &store, QString profile, QString by, const Clock &clock)
        : m_reviews(store, std::move(profile)), m_by(std::move(by)), m_clock(clock)
    {}

    const State &state() const { return m_state; }
    // A review of these keys as they are now; nothing is kept.
    void take(const QList<Key> &keys, const QList<Alias> &aliases);
    void show(qint64 id); // a kept one
    void keep(); // the one that is shown
    void decide(const QList<Verdict> &verdicts); // in the kept one that is shown
    void close(); // no more decisions

private:
    Task<> load(Task<Result<Review>> read);
    Task<> write(Task<Result<Review>> change);
    Task<> showWith(Review review);
    void fail(const Failure &failure);

    Reviews m_reviews;
    QString m_by;
    const Clock &m_clock;
    State m_state;
    TaskScope m_loads; // last: they die first
    TaskScope m_writes;
};

} // namespace keys
