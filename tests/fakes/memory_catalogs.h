// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog.h"
#include "aliases/catalog_service.h"
#include <algorithm>

// Snapshots in memory, as the store keeps them.
class MemoryCatalogs final : public aliases::CatalogArchive
{
public:
    struct Kept
    {
        aliases::Snapshot snapshot;
        QList<Alias> catalog;
    };
    QList<Kept> kept; // newest first
    QHash<QString, qint64> calls; // whenever they were
    aliases::AliasUsers users;
    QList<aliases::CheckVerdict> runs; // newest run first
    std::optional<Failure> broken; // answers everything

    Task<Result<qint64>> keep(QList<Alias> catalog, QDateTime at) override
    {
        if (broken)
            co_return tl::unexpected<Failure>(*broken);
        const QString hash = aliases::hashOf(aliases::canonical(catalog));
        if (!kept.isEmpty() && kept.first().snapshot.hash == hash) {
            kept.first().snapshot.lastSeen = at;
            co_return kept.first().snapshot.id;
        }
        kept.prepend(Kept{{kept.size() + 1, at, at, hash, catalog.size()}, catalog});
        co_return kept.first().snapshot.id;
    }
    Task<Result<QList<aliases::Snapshot>>> snapshots() override
    {
        if (broken)
            co_return tl::unexpected<Failure>(*broken);
        QList<aliases::Snapshot> out;
        for (const Kept &each : std::as_const(kept))
            out << each.snapshot;
        co_return out;
    }
    Task<Result<QHash<QString, qint64>>> callsSince(QDateTime) override
    {
        if (broken)
            co_return tl::unexpected<Failure>(*broken);
        co_return calls;
    }
    Task<Result<QList<aliases::CheckVerdict>>> verdicts() override
    {
        if (broken)
            co_return tl::unexpected<Failure>(*broken);
        co_return runs;
    }
    Task<Result<aliases::AliasUsers>> usersOf(QStringList, QDateTime) override
    {
        if (broken)
            co_return tl::unexpected<Failure>(*broken);
        co_return users;
    }
    Task<Result<QList<Alias>>> catalog(qint64 id) override
    {
        const auto at = std::ranges::find_if(kept, [id](const Kept &each) { return each.snapshot.id == id; });
        if (at == kept.end())
            co_return fail(FailureKind::NotFound);
        co_return at->catalog;
    }
};
