// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_shelf.h"
#include "proxy/tables.h"
#include "sql/transaction.h"

namespace proxy {

namespace {
constexpr std::int64_t fewRows = 256; // in one batch: the table takes them as they come
} // namespace

UsageShelf::UsageShelf(sql::Database &database, Filed filed)
    : m_database(database)
    , m_filed(std::move(filed))
    , m_writer(database)
    , m_room(database)
    , m_file(database.path() + "-unfiled")
{}

sql::Result<> UsageShelf::keep(std::int64_t firstId, const UsagePack &pack)
{
    if (pack.count() >= fewRows && m_room.ample())
        return m_file.append(firstId, pack);
    if (const sql::Result<> older = fileAll(); !older) // none goes before an older one
        return m_file.append(firstId, pack);
    const std::optional<std::vector<UsageRow>> rows = unpacked(pack.bytes(), pack.count(), firstId);
    const sql::Result<> done = write(rows.value());
    if (done)
        m_filed(*rows);
    return done;
}

sql::Result<> UsageShelf::write(const std::vector<UsageRow> &rows)
{
    sql::Result<sql::Transaction> transaction = sql::Transaction::begin(m_database);
    if (!transaction)
        return sql::fail(transaction.error());
    const sql::Result<> done = m_writer.write(rows);
    return done ? transaction->commit() : done;
}

sql::Result<> UsageShelf::fileOldest()
{
    const sql::Result<std::optional<PackFile::Pack>> pack = m_file.front();
    if (!pack)
        return sql::fail(pack.error());
    if (!*pack)
        return {};
    // Filed before a crash, but not taken away.
    const sql::Result<std::int64_t> newest = lastUsageId(m_database);
    if (!newest)
        return sql::fail(newest.error());
    const bool filed = (*pack)->firstId <= *newest;
    const auto rows = filed ? std::vector<UsageRow>() : unpacked((*pack)->bytes, (*pack)->count, (*pack)->firstId);
    if (!rows)
        m_lost += (*pack)->count;
    else if (const sql::Result<> done = rows->empty() ? sql::Result<>() : write(*rows); !done)
        return done;
    m_file.takeFront();
    if (rows && !rows->empty())
        m_filed(*rows);
    return {};
}

sql::Result<> UsageShelf::fileAll()
{
    sql::Result<> done;
    while (done && waiting() > 0)
        done = fileOldest();
    return done;
}

sql::Result<std::string> fileLeftover(sql::Database &database)
{
    UsageShelf shelf(database, [](std::span<const UsageRow>) {});
    sql::Result<> done = shelf.fileOldest(); // opens the file: how many there are is not known before
    if (done)
        done = shelf.fileAll();
    if (!done)
        return sql::fail(done.error());
    if (shelf.lost() > 0)
        return std::to_string(shelf.lost()) + " usage rows of the run before cannot be read any more and are lost";
    if (shelf.file().cutOff() > 0)
        return "the run before was killed while it kept usage rows: those of its last moment are lost";
    return std::string();
}

} // namespace proxy
