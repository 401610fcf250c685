// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/opening.h"

namespace proxy {

// Code of a sql::Error that is no fault of the database: the options do not fit together.
inline constexpr int badOptions = -100;

// Reads keys, aliases and what was spent into the catalog.
sql::Result<> load(Opened &opened);
// Lays the options over the database by name: the options win, and say so in the warnings.
sql::Result<> merge(Opened &opened, Options &options);

} // namespace proxy
