// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sql/migrations.h"
#include <chrono>
#include <QDateTime>
#include <vector>

namespace store {

// The numbered steps in app/store/migrations, in order.
std::vector<sql::Migration> knownMigrations();

// Opens the database for writing, brought to the last step under migrate.lock. Blocks: for the writer's thread.
Result<sql::Database> openForWriting(
    const QString &path, const std::vector<sql::Migration> &steps, std::chrono::milliseconds lockLimit);
// Opens the database for reading; it is there.
Result<sql::Database> openForReading(const QString &path);

// Renames the database and its companions so that a new one can be made. Gives the new name.
Result<QString> renameAside(const QString &path, const QDateTime &now);

} // namespace store
