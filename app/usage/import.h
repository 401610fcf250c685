// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"
#include <QMap>
#include <QTimeZone>

namespace usage {

// How a file's columns become the fields of usage rows. Columns named like a field need no entry.
struct ImportMap
{
    QMap<QString, QString> columns; // column -> field
    QMap<QString, QString> constants; // field -> text for every row
    QTimeZone zone = QTimeZone::utc(); // of times that name none
};

struct ImportWish
{
    QString file; // CSV with a header, or JSON Lines; told apart by their first character
    QString profile;
    ImportMap map;
};

struct Imported
{
    qint64 id = 0; // to undo it; 0: nothing was new
    qint64 rows = 0;
    qint64 added = 0;
    qint64 changed = 0;
    qint64 same = 0;
    qint64 replaced = 0; // rows of an import of the same contents with another map; they were taken back first
    QStringList ignored; // columns that are no field and not in the map
};

// Reads a file into the store, all of it or nothing. Reading it again changes nothing; reading the same contents with
// another map puts the new rows in the place of the old ones. Input: the file cannot be read, names the lines and what is
// wrong with them, or the column or field where the map does not fit; or nothing in it would be a token or a cost.
Task<Result<Imported>> importFile(store::Store &store, ImportWish wish, QDateTime now);
// Takes an import's rows back. Gives how many.
Task<Result<qint64>> undoImport(store::Store &store, qint64 id);

// The fields that a file can fill, for messages and help.
QStringList importFields();

} // namespace usage
