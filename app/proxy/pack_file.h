// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_pack.h"
#include "sql/error.h"

namespace proxy {

// Packs of usage rows in a file, one behind the other, each whole or not there: a queue on disk. One system call puts a
// thousand rows where kill -9 does not reach them. For the owner's eyes only. On one thread.
class PackFile final
{
public:
    struct Pack
    {
        std::int64_t firstId = 0; // of its first row
        std::int64_t count = 0;
        std::string bytes; // empty when they are damaged
    };

    explicit PackFile(std::string path) : m_path(std::move(path)) {}
    ~PackFile();
    PackFile(const PackFile &) = delete;
    PackFile &operator=(const PackFile &) = delete;

    // Opens the file, or makes it, and looks what an earlier run left; done by the others at their first use. What
    // follows the last whole pack is cut off.
    sql::Result<> open();
    // Behind the others; when it fails nothing of it is there.
    sql::Result<> append(std::int64_t firstId, const UsagePack &pack);
    // The pack in front; empty when there is none.
    sql::Result<std::optional<Pack>> front();
    // That one is done with. The file is emptied after the last.
    void takeFront();
    // Rows in it that are not taken yet.
    std::int64_t rows() const { return m_rows; }
    // Bytes that open() cut off.
    std::int64_t cutOff() const { return m_cutOff; }

private:
    struct Head;

    bool headAt(std::int64_t place, Head &head) const;
    void cut(std::int64_t end);
    sql::Error error(const char *what) const;

    std::string m_path;
    int m_file = -1;
    std::int64_t m_front = 0; // bytes
    std::int64_t m_end = 0;
    std::int64_t m_rows = 0;
    std::int64_t m_cutOff = 0;
};

} // namespace proxy
