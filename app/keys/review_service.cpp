// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_service.h"
#include <algorithm>

namespace keys {

void ReviewService::take(const QList<Key> &keys, const QList<Alias> &aliases)
{
    m_loads.cancel();
    m_loads.run(load(m_reviews.taken(keys, aliases, m_clock.now(), m_by)));
}

void ReviewService::show(qint64 id)
{
    m_loads.cancel();
    m_loads.run(load(m_reviews.review(id)));
}

void ReviewService::keep()
{
    if (m_state.ready && m_state.shown.id == 0 && !m_state.writing)
        m_writes.run(write(m_reviews.keep(m_state.shown)));
}

void ReviewService::decide(const QList<Verdict> &verdicts)
{
    if (m_state.shown.id != 0)
        m_writes.run(write(m_reviews.decide(m_state.shown.id, verdicts)));
}

void ReviewService::close()
{
    if (m_state.shown.id != 0 && !m_state.writing)
        m_writes.run(write(m_reviews.close(m_state.shown.id, m_clock.now())));
}

Task<> ReviewService::load(Task<Result<Review>> read)
{
    const auto review = co_await std::move(read);
    if (!review)
        co_return fail(review.error());
    co_await showWith(*review);
}

// What is written while another review is opened does not bring this one back.
Task<> ReviewService::write(Task<Result<Review>> change)
{
    const qint64 id = m_state.shown.id;
    m_state.writing = true;
    announce();
    const auto review = co_await std::move(change);
    m_state.writing = false;
    if (!review)
        co_return fail(review.error());
    if (m_state.shown.id == id)
        co_await showWith(*review);
    announce();
}

Task<> ReviewService::showWith(Review review)
{
    const auto kept = co_await m_reviews.list();
    if (!kept)
        co_return fail(kept.error());
    const auto before =
        std::ranges::find_if(*kept, [&review](const Review &each) { return review.id == 0 || each.id < review.id; });
    std::optional<Review> since;
    if (before != kept->end()) {
        const auto read = co_await m_reviews.review(before->id);
        if (!read)
            co_return fail(read.error());
        since = *read;
    }
    m_state.kept = *kept;
    m_state.changed = since ? differences(since->rows, review.rows) : QList<ReviewDifference>();
    m_state.since = since;
    m_state.shown = review;
    m_state.ready = true;
    m_state.failure.reset();
    announce();
}

void ReviewService::fail(const Failure &failure)
{
    m_state.failure = failure;
    announce();
}

} // namespace keys
