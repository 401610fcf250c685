// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "sql/database.h"
#include <QDate>

// What is kept beside a key, and has to follow what is done to the key itself.
namespace store {

// A write to a key that succeeded.
struct KeyWritten
{
    std::optional<Key> before;
    std::optional<Key> after;
    std::optional<QDate> rotated = {}; // on that day, UTC; empty: it kept its secret
};
// A key with another id takes its guards and its rotation schedule along (some gateways know a key by its secret's hash), a
// rotated one is due again after its period, a deleted one loses both, and one that somebody disabled is not enabled again
// by the guard that holds it.
sql::Result<> followKey(sql::Database &database, const QString &profile, const KeyWritten &done);
// The key is to stay disabled, although it is its guard that disabled it.
sql::Result<> endHolds(sql::Database &database, const QString &profile, const QString &keyId);
// The successor is guarded as the key before it, whose spend in the period counts too.
sql::Result<> copyGuards(
    sql::Database &database, const QString &profile, const QString &fromId, const Key &to, const QDateTime &now);

} // namespace store
