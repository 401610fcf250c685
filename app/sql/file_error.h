// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/error.h"

namespace sql {

// Why a file that is kept beside a database could not be used, as SQLite would say it of its own. number: errno.
Error errorOfFile(int number, const std::string &what);

} // namespace sql
