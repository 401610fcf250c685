// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"

namespace proxy {

// Is there room for what is put off? Its rows lie packed first, then once more in their table: on a disk that is nearly
// full they would be kept where nobody reads them, and could not be moved.
class DiskRoom final
{
public:
    // The database may have a limit of its own, set before.
    explicit DiskRoom(sql::Database &database);
    bool ample();

private:
    sql::Database &m_database;
    std::int64_t m_mostPages; // of the database
};

} // namespace proxy
