// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profiles.h"
#include "store/store.h"
#include "usage/explorer.h"
#include "usage/figures.h"

namespace usage {

namespace {

constexpr qsizetype pageRows = 500;

struct Loaded
{
    QList<UsageRecord> rows;
    qint64 total = 0;
};

// Of the filter's local times: the profile's, else the system's.
Result<QTimeZone> zoneOf(sql::Database &database, const QString &profile)
{
    const auto all = store::profiles(database);
    if (!all)
        return tl::unexpected<Failure>(store::failureOf(all.error()));
    for (const Profile &each : *all)
        if (const QTimeZone zone(each.timeZone.toUtf8()); each.id == profile && zone.isValid())
            return zone;
    return QTimeZone::systemTimeZone();
}

// One row more than asked for tells whether there is more.
Result<Loaded> loadRows(sql::Database &database, const Query &query, qsizetype count, const QDateTime &now)
{
    const Result<QTimeZone> zone = zoneOf(database, query.profile);
    if (!zone)
        return tl::unexpected<Failure>(zone.error());
    const Result<store::Scope> scope = scopeOf(query, FilterMoment{now, *zone});
    if (!scope)
        return tl::unexpected<Failure>(scope.error());
    const auto rows = store::rowsBefore(database, *scope, {}, count + 1);
    const auto total = rows ? store::countRows(database, *scope) : sql::fail(rows.error());
    if (!total)
        return tl::unexpected<Failure>(store::failureOf(total.error()));
    Loaded loaded;
    for (const store::PlacedRow &placed : *rows)
        loaded.rows << placed.row;
    loaded.total = loaded.rows.size() > count ? qMax<qint64>(*total, loaded.rows.size()) : loaded.rows.size();
    return loaded;
}

} // namespace

void RequestList::show(const Query &query)
{
    const qsizetype count = query == m_state.query ? qMax(pageRows, m_state.rows.size()) : pageRows;
    m_loads.cancel();
    m_loads.run(load(query, count));
}

void RequestList::loadMore()
{
    if (!m_state.more || m_state.loading)
        return;
    m_loads.cancel();
    m_loads.run(load(m_state.query, m_state.rows.size() + pageRows));
}

Task<> RequestList::load(Query query, qsizetype count)
{
    m_state.loading = true;
    announce();
    const auto read = [query, count, now = QDateTime::currentDateTimeUtc()](
                          sql::Database &db) { return loadRows(db, query, count, now); };
    Result<Loaded> loaded = co_await m_store.read(read);
    m_state.loading = false;
    m_state.query = query;
    m_state.failure.reset();
    if (loaded) {
        m_state.loaded = true;
        m_state.more = loaded->rows.size() > count;
        m_state.rows = loaded->rows.first(qMin(count, loaded->rows.size()));
        m_state.total = loaded->total;
    } else {
        m_state.failure = loaded.error();
    }
    announce();
}

} // namespace usage
