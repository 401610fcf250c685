// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/error_of.h"
#include <cerrno>
#include <sqlite3.h>

namespace sql {

// What the system says when a disk, a quota or a limit of file sizes is used up.
static bool isWantOfRoom(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

// SQLite keeps the system's error of a statement, but not that of a commit: there the one of the last call is asked.
static bool lackedRoom(sqlite3 *connection)
{
    const int kept = sqlite3_system_errno(connection);
    return isWantOfRoom(kept) || (kept == 0 && isWantOfRoom(errno));
}

Error errorOf(int code, sqlite3 *connection)
{
    const bool mayBeRoom = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
    if (mayBeRoom && lackedRoom(connection))
        return {SQLITE_FULL, sqlite3_errstr(SQLITE_FULL)};
    return {code, sqlite3_errmsg(connection)};
}

bool Error::isBusy() const
{
    return primary() == SQLITE_BUSY || primary() == SQLITE_LOCKED;
}

bool Error::isFull() const
{
    return primary() == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE; // the latter when "-shm" finds no room
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
