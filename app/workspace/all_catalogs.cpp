// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/all_catalogs.h"
#include "aliases/catalog.h"
#include "base/in_worker.h"
#include "base/or_return.h"
#include "store/catalogs.h"
#include "store/store.h"
#include "workspace/stored_catalogs.h"

using namespace std::chrono_literals;

namespace workspace {

using aliases::GridRow;
using aliases::KnownCatalog;

static constexpr auto patience = 60s; // with a catalog of 10,000 aliases that is parsed beside others

void AllCatalogs::refresh(const QList<Profile> &profiles)
{
    m_loads.cancel();
    m_loads.run(load(profiles));
}

Task<> AllCatalogs::load(QList<Profile> profiles)
{
    m_state.loading = true;
    announce();
    const Result<> done = co_await read(profiles);
    m_state.failure = done ? std::nullopt : std::optional(done.error());
    m_state.loading = false;
    m_state.looked = true;
    announce();
}

Task<Result<>> AllCatalogs::read(QList<Profile> profiles)
{
    QList<KnownCatalog> connections;
    for (const Profile &profile : profiles) {
        const KnownCatalog known = co_await orReturn(catalogOf(profile));
        connections << known;
    }
    if (connections == m_state.connections && m_state.looked)
        co_return Result<>();
    const std::function<Result<QList<GridRow>>()> work = [connections] {
        return Result<QList<GridRow>>(aliases::gridRows(connections));
    };
    m_state.rows = co_await orReturn(inWorker(work, patience));
    m_state.connections = connections;
    co_return Result<>();
}

QList<Alias> AllCatalogs::knownBy(const QString &hash) const
{
    for (const KnownCatalog &known : m_state.connections)
        if (known.hash == hash)
            return known.aliases;
    return {};
}

Task<Result<KnownCatalog>> AllCatalogs::catalogOf(Profile profile)
{
    KnownCatalog known;
    known.profile = profile.id;
    known.name = profile.name;
    known.kind = profile.kind;
    const auto newest = [id = profile.id](sql::Database &db) { return store::newestCatalog(db, id); };
    const std::optional<store::CatalogRow> row = co_await orReturn(m_store.read(newest));
    if (!row)
        co_return known;
    known.asOf = row->lastSeen;
    known.hash = row->hash;
    known.aliases = knownBy(row->hash);
    if (known.aliases.isEmpty()) {
        const std::function<Result<QList<Alias>>()> parse = [content = row->content] {
            return aliases::readCatalog(content);
        };
        known.aliases = co_await orReturn(inWorker(parse, patience));
    }
    StoredCatalogs archive(m_store, profile.id);
    known.proofs = co_await orReturn(aliases::provenOf(archive, known.aliases));
    co_return known;
}

} // namespace workspace
