// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <QDateTime>
#include <QList>

namespace store {

// One import of a file: its rows can be taken back together.
struct Import
{
    qint64 id = 0;
    QString profile;
    QString file; // its name, without the folder
    QDateTime at;
    qint64 added = 0;
    QString content; // SHA-256 of the file, hex
    QString map; // how it was read, as one line

    friend bool operator==(const Import &, const Import &) = default;
};

// Begins one in the transaction of its rows; gives its number.
sql::Result<qint64> beginImport(sql::Database &database, const Import &import);
// Keeps how many rows it added; one that added none is not kept.
sql::Result<> endImport(sql::Database &database, qint64 id, qint64 added);
// Newest first.
sql::Result<QList<Import>> imports(sql::Database &database, const QString &profile);
// Imports of the same contents into the same profile that were read in another way.
sql::Result<QList<qint64>> importsReadOtherwise(sql::Database &database, const Import &import);
// Takes its rows back, rollups too. Gives how many.
sql::Result<qint64> undoImport(sql::Database &database, qint64 id);

} // namespace store
