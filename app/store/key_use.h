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

// Of the keys with these ids, or with these names where a row tells no id, since `from`. Added up from rows.
sql::Result<QList<KeyUse>> useOfKeys(sql::Database &database, const QString &profile, const QStringList &ids,
    const QStringList &names, const QDateTime &from);

// The rows there are of a profile since `from`: without any nothing can be said.
struct KnownUse
{
    qint64 rows = 0;
    std::optional<QDateTime> first;
    std::optional<QDateTime> last;

    friend bool operator==(const KnownUse &, const KnownUse &) = default;
};
sql::Result<KnownUse> knownUse(sql::Database &database, const QString &profile, const QDateTime &from);

} // namespace store
