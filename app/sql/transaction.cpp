// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/transaction.h"
#include <sqlite3.h>
#include <utility>

namespace sql {

Result<Transaction> Transaction::begin(Database &database)
{
    if (Result<> begun = database.exec("BEGIN IMMEDIATE"); !begun)
        return fail(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    // A full disk may have rolled back already.
    if (m_database && !sqlite3_get_autocommit(m_database->handle()))
        static_cast<void>(m_database->exec("ROLLBACK"));
}

Result<> Transaction::commit()
{
    Result<> done = m_database->exec("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace sql
