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

    friend bool operator==(const Import &, const Import &) = default;
};

// Begins one in the transaction of its rows; gives its number.
sql::Result<qint64> beginImport(sql::Database &database, const Import &import);
// Keeps how many rows it added; one that added none is not kept.
sql::Result<> endImport(sql::Database &database, qint64 id, qint64 added);
// Newest first.
sql::Result<QList<Import>> imports(sql::Database &database, const QString &profile);
// Takes its rows back, rollups too. Gives how many.
sql::Result<qint64> undoImport(sql::Database &database, qint64 id);

} // namespace store
