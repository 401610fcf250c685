// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/error.h"
#include <sqlite3.h>

namespace sql {

bool Error::isBusy() const
{
    return primary() == SQLITE_BUSY || primary() == SQLITE_LOCKED;
}

bool Error::isFull() const
{
    return primary() == SQLITE_FULL;
}

bool Error::isCorrupt() const
{
    return primary() == SQLITE_CORRUPT || primary() == SQLITE_NOTADB;
}

bool Error::isInterrupted() const
{
    return primary() == SQLITE_INTERRUPT;
}

} // namespace sql
