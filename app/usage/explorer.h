// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/result.h"
#include "base/task_scope.h"
#include "usage/query.h"

namespace store {
class Store;
}

namespace usage {

// What one figure-and-chart view shows: totals, a series and a breakdown of one query. The newest query wins. Main thread.
class Explorer : public Observable
{
    Q_OBJECT

public:
    struct Wish
    {
        Query query;
        Step step = Step::Day;
        GroupBy series = GroupBy::Alias; // stacked in the chart
        GroupBy breakdown = GroupBy::Key; // rows of the table beside it
        QTimeZone zone = QTimeZone::utc();

        friend bool operator==(const Wish &, const Wish &) = default;
    };
    struct State
    {
        Wish wish;
        bool loading = false;
        std::optional<Failure> failure; // the figures stay
        bool loaded = false; // false: nothing was ever shown
        Totals totals;
        QList<Bucket> series;
        QList<Bucket> breakdown; // Step::None
        QList<Bucket> usual; // per step: median of the same weekday's steps; empty before three of them
        QList<QList<qint64>> hoursOfWeek; // requests, 7 rows (Monday first) of 24
    };

    explicit Explorer(store::Store &store) : m_store(store) {}

    const State &state() const { return m_state; }
    void show(const Wish &wish); // also to refresh

private:
    Task<> load(Wish wish);

    store::Store &m_store;
    State m_state;
    TaskScope m_loads;
};

// The rows of one query, newest first, page by page. Main thread.
class RequestList : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        Query query;
        QList<UsageRecord> rows;
        bool more = false; // older rows can be loaded
        bool loading = false;
        std::optional<Failure> failure; // also of a filter that does not parse: kind Rejected, detail says where
        bool loaded = false;
        qint64 total = 0; // rows of the query
    };

    explicit RequestList(store::Store &store) : m_store(store) {}

    const State &state() const { return m_state; }
    void show(const Query &query); // also to refresh; keeps as many rows as were loaded
    void loadMore(); // 500 more

private:
    Task<> load(Query query, qsizetype count);

    store::Store &m_store;
    State m_state;
    TaskScope m_loads;
};

} // namespace usage
