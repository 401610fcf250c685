// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "sql/database.h"

namespace store {

// The keys of one profile as last seen. Never their secrets.
struct CachedKeys
{
    QList<Key> keys;
    std::optional<QDateTime> asOf; // empty: never kept

    friend bool operator==(const CachedKeys &, const CachedKeys &) = default;
};

sql::Result<CachedKeys> cachedKeys(sql::Database &database, const QString &profile);
sql::Result<> cacheKeys(sql::Database &database, const QString &profile, const CachedKeys &cached);

} // namespace store
