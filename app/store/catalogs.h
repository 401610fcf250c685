// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/database.h"
#include <QDateTime>
#include <QList>

namespace store {

// The aliases of a profile in one state. The content is app/aliases' file; the store does not read it.
struct CatalogRow
{
    qint64 id = 0;
    QString profile;
    QDateTime firstSeen; // UTC
    QDateTime lastSeen;
    QString hash;
    qint64 aliases = 0; // how many
    QByteArray content; // empty in lists

    friend bool operator==(const CatalogRow &, const CatalogRow &) = default;
};

// Keeps what was seen just now (`lastSeen`): as a state of its own when the hash is not that of the newest one, else as
// its last sight. Gives the row's id.
sql::Result<qint64> keepCatalog(sql::Database &database, const CatalogRow &seen);
// Newest first, without content.
sql::Result<QList<CatalogRow>> catalogsOf(sql::Database &database, const QString &profile, qsizetype count);
// The newest one with its content; empty: none was kept.
sql::Result<std::optional<CatalogRow>> newestCatalog(sql::Database &database, const QString &profile);
// The state of that id, NotFound if there is none of this profile.
Result<CatalogRow> catalog(sql::Database &database, const QString &profile, qint64 id);
// The state the catalog was in at that time; NotFound if none had been seen yet.
Result<CatalogRow> catalogAt(sql::Database &database, const QString &profile, const QDateTime &time);

} // namespace store
