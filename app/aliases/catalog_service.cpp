// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog_service.h"
#include "gateway/admin.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;

namespace aliases {

void CatalogService::refresh()
{
    m_loads.cancel(); // the newest request wins
    m_loads.run(load());
}

Task<> CatalogService::load()
{
    m_state.loading = true;
    announce();
    if (!m_state.asOf)
        co_await loadKept();
    const Result<QList<Alias>> found = co_await read();
    co_await look();
    m_state.loading = false;
    m_state.failure = found ? std::nullopt : std::optional(found.error());
    announce();
    co_await takePrices();
}

// Those snapshots that the history does not have yet, and the newest one, which may have been seen again.
Task<> CatalogService::takePrices()
{
    const QList<Snapshot> snapshots = m_state.snapshots;
    for (qsizetype i = snapshots.size() - 1; i >= 0; --i) {
        const Snapshot snapshot = snapshots.at(i);
        if (snapshot.id < m_taken)
            continue;
        const auto catalog = co_await m_archive.catalog(snapshot.id);
        if (!catalog)
            co_return;
        m_history.take(snapshot, *catalog);
        m_taken = snapshot.id;
    }
    m_state.prices = m_history.spans();
    announce();
}

Task<> CatalogService::loadKept()
{
    const auto snapshots = co_await m_archive.snapshots();
    if (!snapshots || snapshots->isEmpty())
        co_return;
    const Snapshot newest = snapshots->first();
    const auto kept = co_await m_archive.catalog(newest.id);
    if (!kept)
        co_return;
    m_state.snapshots = *snapshots;
    m_state.aliases = *kept;
    m_state.asOf = newest.lastSeen;
    announce();
}

Task<Result<QList<Alias>>> CatalogService::read()
{
    if (!m_admin.aliases())
        co_return fail(FailureKind::Unsupported, u"list aliases"_s);
    const Result<QList<Alias>> found = co_await m_admin.aliases()->all();
    if (!found)
        co_return found;
    m_state.aliases = *found;
    m_state.asOf = m_clock.now();
    m_state.failure.reset();
    co_await keep();
    announce();
    co_return found;
}

Task<> CatalogService::keep()
{
    const auto kept = co_await m_archive.keep(m_state.aliases, *m_state.asOf);
    if (!kept)
        co_return; // the store says so itself, where its state is shown
    const auto snapshots = co_await m_archive.snapshots();
    if (snapshots)
        m_state.snapshots = *snapshots;
}

// What usage says of the aliases.
Task<> CatalogService::look()
{
    const QDateTime now = m_clock.now();
    const auto day = co_await m_archive.callsSince(now.addDays(-1));
    const Result<Facts> facts = co_await keptFacts(m_archive, m_state.aliases, now, usageDays);
    if (!day || !facts)
        co_return; // the store says so itself
    m_state.proofs = facts->proofs;
    m_state.judged = now;
    m_state.calls = *day;
    m_state.callsKnown = facts->days > 0;
    m_state.findings = m_state.asOf ? lint(m_state.aliases, *facts) : QList<Finding>();
    announce();
}

void CatalogService::askUpstreams()
{
    if (m_asks.count() == 0)
        m_asks.run(loadUpstreams());
}

Task<> CatalogService::loadUpstreams()
{
    m_state.upstreams.loading = true;
    announce();
    Result<QList<gateway::UpstreamModels>> told = fail(FailureKind::Unsupported, u"models of upstreams"_s);
    if (m_admin.aliases())
        told = co_await m_admin.aliases()->upstreamModels();
    m_state.upstreams.loading = false;
    m_state.upstreams.failure = told ? std::nullopt : std::optional(told.error());
    if (told) {
        m_state.upstreams.told = *told;
        m_state.upstreams.at = m_clock.now();
    }
    announce();
}

void CatalogService::show(qint64 snapshot)
{
    m_shows.cancel();
    m_state.shown = 0;
    m_state.older.clear();
    announce();
    if (snapshot != 0)
        m_shows.run(loadOlder(snapshot));
}

Task<> CatalogService::loadOlder(qint64 snapshot)
{
    const auto older = co_await m_archive.catalog(snapshot);
    if (!older)
        co_return;
    m_state.older = *older;
    m_state.shown = snapshot;
    announce();
}

} // namespace aliases
