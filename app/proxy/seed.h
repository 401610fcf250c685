// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include "sql/database.h"

namespace proxy {

// Fills a database that no seed has filled before.
sql::Result<> seed(sql::Database &database, Seed seed);

// Parts of the demo (demo_seed.cpp): aliases, keys, and six weeks of usage rows marked as samples.
sql::Result<> seedDemo(sql::Database &database, std::int64_t now);

} // namespace proxy
