// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/explorer.h"
#include "store/columns.h"
#include "store/store.h"
#include "usage/figures.h"
#include "usage/usual.h"
#include <algorithm>

namespace usage {

namespace {

// All that one wish shows, read in one go.
struct Shown
{
    Totals totals;
    QList<Bucket> series;
    QList<Bucket> breakdown;
    QList<Bucket> usual;
    QList<QList<qint64>> hoursOfWeek;
};

sql::Result<QList<Bucket>> usualFor(sql::Database &database, const Explorer::Wish &wish, store::Scope scope)
{
    if (wish.step == Step::None || !scope.from || !scope.to)
        return QList<Bucket>();
    scope.from = *scope.from - std::int64_t(usualWeeks * 7 + 1) * 86'400'000'000;
    const auto before = store::quarters(database, scope, store::Dimension::All);
    if (!before)
        return sql::fail(before.error());
    const auto steps = stepsBetween(wish.query.from, wish.query.to, wish.step, wish.zone);
    return usualOf(*before, steps, wish.step, wish.zone);
}

sql::Result<> readTotals(sql::Database &database, const Explorer::Wish &wish, const store::Scope &scope, Shown &shown)
{
    const auto all = store::quarters(database, scope, store::Dimension::All);
    const auto samples = all ? store::sampleRows(database, scope) : sql::fail(all.error());
    if (!samples)
        return sql::fail(samples.error());
    shown.totals = totalsOf(sumOf(*all));
    shown.totals.sampleRows = *samples;
    shown.hoursOfWeek = hoursOfWeekOf(*all, wish.zone);
    return {};
}

// Dearest first, then busiest.
bool comesFirst(const Bucket &a, const Bucket &b)
{
    const auto weight = [](const Bucket &x) { return std::pair(x.totals.costNanos.value_or(0), x.totals.requests); };
    return weight(a) != weight(b) ? weight(a) > weight(b) : a.group < b.group;
}

Result<Shown> show(sql::Database &database, const Explorer::Wish &wish, const FilterMoment &moment)
{
    const Result<store::Scope> scope = scopeOf(wish.query, moment);
    if (!scope)
        return tl::unexpected<Failure>(scope.error());
    Shown shown;
    const sql::Result<> totals = readTotals(database, wish, *scope, shown);
    const auto series =
        totals ? store::quarters(database, *scope, dimensionOf(wish.series)) : sql::fail(totals.error());
    const auto breakdown =
        series ? store::sumsByName(database, *scope, dimensionOf(wish.breakdown)) : sql::fail(series.error());
    const auto usual = breakdown ? usualFor(database, wish, *scope) : sql::fail(breakdown.error());
    if (!usual)
        return tl::unexpected<Failure>(store::failureOf(usual.error()));
    shown.series = bucketsOf(*series, wish.step, wish.zone);
    shown.breakdown = bucketsOf(*breakdown, Step::None, wish.zone);
    std::ranges::sort(shown.breakdown, comesFirst);
    shown.usual = *usual;
    return shown;
}

// Percentiles look at each row; they come behind the sums, so that these do not wait.
Result<store::Percentiles> showPercentiles(sql::Database &database, const Query &query, const FilterMoment &moment)
{
    const Result<store::Scope> scope = scopeOf(query, moment);
    if (!scope)
        return tl::unexpected<Failure>(scope.error());
    return store::inWords(store::percentiles(database, *scope));
}

} // namespace

void Explorer::show(const Wish &wish)
{
    m_loads.cancel();
    m_loads.run(load(wish));
}

Task<> Explorer::load(Wish wish)
{
    m_state.loading = true;
    announce();
    const FilterMoment moment{QDateTime::currentDateTimeUtc(), wish.zone};
    const auto read = [wish, moment](sql::Database &db) { return usage::show(db, wish, moment); };
    Result<Shown> shown = co_await m_store.read(read);
    const bool refresh = m_state.loaded && m_state.wish == wish;
    m_state.wish = wish;
    m_state.failure.reset();
    if (shown) {
        m_state.loaded = true;
        if (refresh) { // the percentiles stay until the new ones are there
            shown->totals.firstTokenP95Ms = m_state.totals.firstTokenP95Ms;
            shown->totals.recordLagP95Ms = m_state.totals.recordLagP95Ms;
        }
        m_state.totals = shown->totals;
        m_state.series = std::move(shown->series);
        m_state.breakdown = std::move(shown->breakdown);
        m_state.usual = std::move(shown->usual);
        m_state.hoursOfWeek = std::move(shown->hoursOfWeek);
        announce();
        const auto look = [query = wish.query, moment](
                              sql::Database &db) { return showPercentiles(db, query, moment); };
        const Result<store::Percentiles> percentiles = co_await m_store.read(look);
        if (percentiles) {
            m_state.totals.firstTokenP95Ms = percentiles->firstTokenMs;
            m_state.totals.recordLagP95Ms = percentiles->lagMs;
        } else {
            m_state.failure = percentiles.error();
        }
    } else {
        m_state.failure = shown.error();
    }
    m_state.loading = false;
    announce();
}

} // namespace usage
