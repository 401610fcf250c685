// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sql/database.h"

namespace sql {

// A write transaction (BEGIN IMMEDIATE); rolled back when it goes away without commit(). The database must stay in place.
class Transaction final
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}

    Database *m_database;
};

} // namespace sql
