// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/disk_room.h"
#include <algorithm>
#include <sys/statvfs.h>

namespace proxy {

namespace {

constexpr std::int64_t ampleBytes = 512LL << 20; // twice what the shelf takes at most, packed and filed
constexpr std::int64_t pageBytes = 4096;
constexpr std::int64_t unlimited = 100'000'000; // pages; SQLite's own limits are beyond

} // namespace

DiskRoom::DiskRoom(sql::Database &database)
    : m_database(database), m_mostPages(database.number("PRAGMA max_page_count").value_or(unlimited))
{}

bool DiskRoom::ample()
{
    if (m_mostPages < unlimited) {
        const std::int64_t used = m_database.number("PRAGMA page_count").value_or(m_mostPages);
        if ((m_mostPages - used) * pageBytes < ampleBytes)
            return false;
    }
    struct statvfs disk
    {};
    return ::statvfs(m_database.path().c_str(), &disk) == 0
        && disk.f_bavail >= std::uint64_t(ampleBytes) / std::max<std::uint64_t>(1, disk.f_frsize);
}

} // namespace proxy
