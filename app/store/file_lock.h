// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <chrono>

namespace store {

// An exclusive lock on a file, held by this process until the object goes; the system drops it when the process dies.
class FileLock final
{
public:
    // Waits for another holder up to the limit.
    static Result<FileLock> take(const QString &path, std::chrono::milliseconds limit);
    FileLock(FileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

private:
    explicit FileLock(int file) : m_file(file) {}

    int m_file;
};

} // namespace store
