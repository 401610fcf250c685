// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "sql/database.h"
#include <QList>

namespace store {

// What is left of a key that the gateway no longer has: its last state, and who deleted it and why where it was done here.
struct Tombstone
{
    Key key;
    QDateTime at; // of the deletion; of one by somebody else: when it was first missing
    QString by; // empty: somebody else, elsewhere
    QString reason;
    qint64 set = 0;
    qint64 calls = 0; // rows that are stored here
    qint64 costNanos = 0; // of them

    friend bool operator==(const Tombstone &, const Tombstone &) = default;
};
// Of every key of a profile that is known to be gone, the last one first.
sql::Result<QList<Tombstone>> tombstonesIn(sql::Database &database, const QString &profile);
// Of the key with this id or name, the last one of several. Empty: none is known.
sql::Result<std::optional<Tombstone>> tombstoneIn(
    sql::Database &database, const QString &profile, const QString &idOrName);

} // namespace store
