// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cerrno>
#include <csignal>
#include <QtGlobal>

namespace store {

// Whether no process has this number any more.
inline bool isGone(qint64 pid)
{
    return ::kill(pid_t(pid), 0) != 0 && errno == ESRCH;
}

} // namespace store
