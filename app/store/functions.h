// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"

namespace store {

// SQL functions of ours: `text REGEXP pattern` (regexp(pattern, text), a search) and the aggregate p95(number), which
// leaves NULLs out. Each connection gets its own.
sql::Result<> addFunctions(sql::Database &database);

} // namespace store
