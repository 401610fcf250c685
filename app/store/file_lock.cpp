// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_lock.h"
#include "store/fault.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <QFile>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

Failure cannot(const QString &path)
{
    const Fault fault = errno == ENOSPC || errno == EDQUOT ? Fault::Full : Fault::ReadOnly;
    return failureOf(fault, u"cannot write %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

} // namespace

Result<FileLock> FileLock::take(const QString &path, std::chrono::milliseconds limit)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return tl::unexpected<Failure>(cannot(path));
    FileLock lock(file);
    const auto end = std::chrono::steady_clock::now() + limit;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return tl::unexpected<Failure>(cannot(path));
        if (std::chrono::steady_clock::now() >= end)
            return tl::unexpected<Failure>(
                failureOf(Fault::Busy, u"another program holds %1, perhaps to change the schema"_s.arg(path)));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return lock;
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace store
