// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/gateway.h"
#include "sql/database.h"

namespace proxy {

// Keeps a second gateway off the same database; let go with the object or the process.
class FileLock final
{
public:
    FileLock() = default;
    // Not held when another process has it.
    explicit FileLock(const std::string &path);
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();
    bool held() const { return m_file >= 0; }

private:
    int m_file = -1;
};

// A gateway's state as it is before the first request.
struct Opened
{
    FileLock lock;
    sql::Database database;
    Catalog catalog;
    std::int64_t lastUsageId = 0;
    std::vector<IssuedKey> issued;
    std::vector<std::string> warnings;
};

// Opens (or makes and seeds) the database and merges the options into it by name.
tl::expected<Opened, StartError> openDatabase(Options &options);
int schemaVersion();

} // namespace proxy
