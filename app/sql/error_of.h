// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/error.h"

struct sqlite3;

namespace sql {

// What SQLite says of its last call on a connection. An I/O error for want of room, which SQLite's own code does not
// always tell, is SQLITE_FULL.
Error errorOf(int code, sqlite3 *connection);

} // namespace sql
