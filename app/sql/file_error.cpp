// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/file_error.h"
#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace sql {

Error errorOfFile(int number, const std::string &what)
{
    const bool full = number == ENOSPC || number == EDQUOT;
    return {full ? SQLITE_FULL : SQLITE_IOERR, what + ": " + std::strerror(number)};
}

} // namespace sql
