// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace store {

// What one key called under one alias.
struct KeyUse
{
    QString keyId; // of the rows; empty: they name the key only
    QString key;
    QString alias;
    qint64 calls = 0; // refunds are none
    qint64 costNanos = 0; // of rows in USD that tell it
    qint64 costRows = 0;
    qint64 samples = 0; // rows of the demo seed
    QDateTime lastAt;

    friend bool operator==(const KeyUse &, const KeyUse &) = default;
};

// Whose calls are asked for: of the keys with these ids, or with these names where a row tells no id; and those of anybody
// under these aliases.
struct UseOf
{
    QStringList ids;
    QStringList names;
    QStringList aliases;
};
// Since `from`, added up from rows.
sql::Result<QList<KeyUse>> useOf(
    sql::Database &database, const QString &profile, const UseOf &asked, const QDateTime &from);

// The rows there are of a profile since `from`: without any nothing can be said.
struct KnownUse
{
    qint64 rows = 0;
    std::optional<QDateTime> first;
    std::optional<QDateTime> last;

    friend bool operator==(const KnownUse &, const KnownUse &) = default;
};
sql::Result<KnownUse> knownUse(sql::Database &database, const QString &profile, const QDateTime &from);

// When a key was last called since `from`.
struct LastCall
{
    QString keyId; // empty: the rows name the key only
    QString key;
    QDateTime at;

    friend bool operator==(const LastCall &, const LastCall &) = default;
};
sql::Result<QList<LastCall>> lastCalls(sql::Database &database, const QString &profile, const QDateTime &from);

} // namespace store
