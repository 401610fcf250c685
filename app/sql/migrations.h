// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"
#include <span>

namespace sql {

// One numbered schema step; never edited after a release.
struct Migration
{
    int number = 0;
    std::string sql;
};

// Brings the file to the last step, each in its own transaction with PRAGMA user_version. Before each step a file that
// held data before the first of them is copied to "<path>.before-<number>", for its owner only. A file beyond the last step is refused (Error::newerFile), unchanged.
// Callers keep a second program out (a lock file); a step that another one has made meanwhile is left out all the same.
Result<> migrate(Database &database, std::span<const Migration> steps);

// Where the copy of the step lies.
std::string backupPath(const Database &database, int number);

} // namespace sql
