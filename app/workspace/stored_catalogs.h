// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"

namespace store {
class Store;
}

namespace workspace {

// The snapshots of one profile's aliases, kept in the store. Main thread.
class StoredCatalogs final : public aliases::CatalogArchive
{
public:
    StoredCatalogs(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}
    Task<Result<qint64>> keep(QList<Alias> catalog, QDateTime at) override;
    Task<Result<QList<aliases::Snapshot>>> snapshots() override;
    Task<Result<QList<Alias>>> catalog(qint64 id) override;
    Task<Result<QHash<QString, qint64>>> callsSince(QDateTime from) override;
    Task<Result<QList<aliases::CheckVerdict>>> verdicts() override;
    Task<Result<aliases::AliasUsers>> usersOf(QStringList aliases, QDateTime from) override;
    // The state it was in at that time.
    Task<Result<QList<Alias>>> catalogAt(QDateTime time);

private:
    store::Store &m_store;
    QString m_profile;
};

} // namespace workspace
