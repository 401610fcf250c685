// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stored_catalogs.h"
#include "aliases/catalog.h"
#include "store/catalogs.h"
#include "store/store.h"
#include "store/usage_figures.h"

namespace workspace {

static constexpr qsizetype mostListed = 1000;

static aliases::Snapshot snapshotOf(const store::CatalogRow &row)
{
    return {row.id, row.firstSeen, row.lastSeen, row.hash, row.aliases};
}

static Result<QList<Alias>> aliasesOf(const Result<store::CatalogRow> &row)
{
    if (!row)
        return tl::unexpected<Failure>(row.error());
    return aliases::readCatalog(row->content);
}

Task<Result<qint64>> StoredCatalogs::keep(QList<Alias> catalog, QDateTime at)
{
    store::CatalogRow seen;
    seen.profile = m_profile;
    seen.lastSeen = at;
    seen.content = aliases::canonical(catalog);
    seen.hash = aliases::hashOf(seen.content);
    seen.aliases = catalog.size();
    const auto write = [seen](sql::Database &db) { return store::keepCatalog(db, seen); };
    co_return co_await m_store.write(write);
}

Task<Result<QList<aliases::Snapshot>>> StoredCatalogs::snapshots()
{
    const auto list = [profile = m_profile](sql::Database &db) { return store::catalogsOf(db, profile, mostListed); };
    const auto rows = co_await m_store.read(list);
    if (!rows)
        co_return tl::unexpected<Failure>(rows.error());
    QList<aliases::Snapshot> out;
    for (const store::CatalogRow &row : *rows)
        out << snapshotOf(row);
    co_return out;
}

Task<Result<QList<Alias>>> StoredCatalogs::catalog(qint64 id)
{
    const auto read = [profile = m_profile, id](sql::Database &db) { return store::catalog(db, profile, id); };
    co_return aliasesOf(co_await m_store.read(read));
}

Task<Result<QHash<QString, qint64>>> StoredCatalogs::callsSince(QDateTime from)
{
    store::Scope scope;
    scope.profile = m_profile;
    scope.from = from.toMSecsSinceEpoch() * 1000;
    const auto read = [scope](sql::Database &db) { return store::sumsByName(db, scope, store::Dimension::Alias); };
    const auto sums = co_await m_store.read(read);
    if (!sums)
        co_return tl::unexpected<Failure>(sums.error());
    QHash<QString, qint64> calls;
    for (const store::Quarter &each : *sums)
        calls.insert(each.name, calls.value(each.name) + each.sums.requests);
    co_return calls;
}

Task<Result<QList<Alias>>> StoredCatalogs::catalogAt(QDateTime time)
{
    const auto read = [profile = m_profile, time](sql::Database &db) { return store::catalogAt(db, profile, time); };
    co_return aliasesOf(co_await m_store.read(read));
}

} // namespace workspace
