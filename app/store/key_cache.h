// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "sql/database.h"

namespace store {

// A key that the gateway's list no longer holds, and when that was first seen.
struct GoneKey
{
    Key key;
    QDateTime goneAt;

    friend bool operator==(const GoneKey &, const GoneKey &) = default;
};

// The keys of one profile as last seen. Never their secrets.
struct CachedKeys
{
    QList<Key> keys;
    std::optional<QDateTime> asOf; // empty: never kept
    QList<GoneKey> gone; // last gone first

    friend bool operator==(const CachedKeys &, const CachedKeys &) = default;
};

sql::Result<CachedKeys> cachedKeys(sql::Database &database, const QString &profile);
// Keeps the keys as the whole list of the gateway. Those it held before stay as gone ones; `gone` is not looked at.
sql::Result<> cacheKeys(sql::Database &database, const QString &profile, const CachedKeys &cached);

} // namespace store
