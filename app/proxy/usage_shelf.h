// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/disk_room.h"
#include "proxy/pack_file.h"
#include "proxy/usage_writer.h"
#include <functional>

namespace proxy {

// Where usage rows go first: into their table when few come, else into a file beside the database, from where they are
// filed when there is time. While calls come in, a table's row would take from them what a hundred in the file do.
// On the thread that holds the connection, which outlives it.
class UsageShelf final
{
public:
    // Told each pack's rows when they are in the table.
    using Filed = std::function<void(std::span<const UsageRow>)>;

    UsageShelf(sql::Database &database, Filed filed);

    // Keeps the rows, whose ids begin with this one: from now on kill -9 does not lose them.
    sql::Result<> keep(std::int64_t firstId, const UsagePack &pack);
    // Files the oldest pack; one that cannot be read any more is given up, and its rows are lost().
    sql::Result<> fileOldest();
    sql::Result<> fileAll();
    // Rows that are not in the table yet.
    std::int64_t waiting() const { return m_file.rows(); }
    std::int64_t lost() const { return m_lost; }
    const PackFile &file() const { return m_file; }

private:
    sql::Result<> write(const std::vector<UsageRow> &rows);

    sql::Database &m_database;
    Filed m_filed;
    UsageWriter m_writer;
    DiskRoom m_room;
    PackFile m_file;
    std::int64_t m_lost = 0;
};

// Files what a run that was killed left beside the database, before anything is read from it. Returns what of it was
// lost, in words; empty: nothing.
sql::Result<std::string> fileLeftover(sql::Database &database);

} // namespace proxy
