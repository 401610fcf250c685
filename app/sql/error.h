// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <tl/expected.hpp>

namespace sql {

// Why SQLite said no: its extended result code (or one of ours, below zero) and a sentence for people.
struct Error
{
    int code = 0;
    std::string message;

    // The primary result code (SQLITE_BUSY, SQLITE_FULL, ...).
    int primary() const { return code < 0 ? code : code & 0xff; }
    bool isBusy() const;
    bool isFull() const;
    bool isCorrupt() const;
    bool isInterrupted() const;
    // The file was written by a newer version of the program and must not be touched.
    bool isNewerFile() const { return code == newerFile; }

    static constexpr int newerFile = -1;
};

template<class T = void>
using Result = tl::expected<T, Error>;

// Shorthand for `return sql::fail(error)`.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sql
