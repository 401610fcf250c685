// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pack_file.h"
#include "sql/file_error.h"
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace proxy {

namespace {

constexpr std::uint64_t mark = 0x326b636150776147; // "GawPack2"

// FNV-1a over words of eight bytes: against a torn write, not against people.
std::uint64_t sumOf(std::string_view bytes)
{
    std::uint64_t sum = 0xcbf29ce484222325;
    for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(8, bytes.size()))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min<std::size_t>(8, bytes.size()));
        sum = (sum ^ word) * 0x100000001b3;
        sum ^= sum >> 29;
    }
    return sum;
}

bool readAll(int file, void *to, std::size_t size, std::int64_t place)
{
    return ::pread(file, to, size, place) == ssize_t(size);
}

} // namespace

struct PackFile::Head
{
    std::uint64_t mark = 0;
    std::int64_t firstId = 0;
    std::int64_t count = 0;
    std::int64_t size = 0;
    std::uint64_t sum = 0;
};

PackFile::~PackFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

sql::Error PackFile::error(const char *what) const
{
    return sql::errorOfFile(errno, m_path + " cannot be " + what);
}

bool PackFile::headAt(std::int64_t place, Head &head) const
{
    constexpr auto size = std::int64_t(sizeof(Head));
    return place + size <= m_end && readAll(m_file, &head, sizeof head, place) && head.mark == mark && head.size > 0
        && head.count > 0 && head.count <= head.size && head.size <= m_end - place - size;
}

sql::Result<> PackFile::open()
{
    if (m_file >= 0)
        return {};
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct stat now
    {};
    if (m_file < 0 || ::fstat(m_file, &now) != 0)
        return sql::fail(error("opened"));
    m_end = now.st_size;
    std::int64_t whole = 0;
    for (Head head; headAt(whole, head); whole += std::int64_t(sizeof head) + head.size)
        m_rows += head.count;
    m_cutOff = m_end - whole;
    if (m_cutOff > 0)
        cut(whole);
    return {};
}

void PackFile::cut(std::int64_t end)
{
    m_end = end;
    static_cast<void>(::ftruncate(m_file, end) == 0);
}

sql::Result<> PackFile::append(std::int64_t firstId, const UsagePack &pack)
{
    if (const sql::Result<> opened = open(); !opened)
        return opened;
    const std::string_view bytes = pack.bytes();
    Head head{mark, firstId, pack.count(), std::int64_t(bytes.size()), sumOf(bytes)};
    const std::array<iovec, 2> parts = {
        iovec{&head, sizeof head}, iovec{const_cast<char *>(bytes.data()), bytes.size()}};
    const auto size = ssize_t(sizeof head + bytes.size());
    errno = 0;
    if (const ssize_t written = ::pwritev(m_file, parts.data(), int(parts.size()), m_end); written != size) {
        errno = written >= 0 ? ENOSPC : errno; // a regular file takes less only for want of room
        const sql::Error why = error("written");
        cut(m_end);
        return sql::fail(why);
    }
    m_end += size;
    m_rows += pack.count();
    return {};
}

sql::Result<std::optional<PackFile::Pack>> PackFile::front()
{
    if (const sql::Result<> opened = open(); !opened)
        return sql::fail(opened.error());
    Head head;
    if (!headAt(m_front, head))
        return std::optional<Pack>();
    Pack pack{head.firstId, head.count, std::string(std::size_t(head.size), '\0')};
    const bool read = readAll(m_file, pack.bytes.data(), pack.bytes.size(), m_front + std::int64_t(sizeof head));
    if (!read || sumOf(pack.bytes) != head.sum)
        pack.bytes.clear();
    return pack;
}

void PackFile::takeFront()
{
    if (Head head; headAt(m_front, head)) {
        m_front += std::int64_t(sizeof head) + head.size;
        m_rows -= head.count;
    }
    if (m_front < m_end)
        return;
    m_front = m_rows = 0;
    cut(0);
}

} // namespace proxy
