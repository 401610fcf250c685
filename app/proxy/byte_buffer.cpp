// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/byte_buffer.h"
#include <openssl/crypto.h>
#include <vector>

namespace proxy {

namespace {

using Bytes = std::unique_ptr<char[]>;

constexpr std::size_t mostKept = 512; // blocks of the usual size: 2 MB

// Those that the thread has let go; the last one is the first to be used again.
std::vector<Bytes> &kept()
{
    thread_local std::vector<Bytes> blocks;
    return blocks;
}

Bytes newBytes(std::size_t capacity)
{
    Bytes made(new char[capacity + ByteBuffer::slack]);
    std::memset(made.get() + capacity, 0, ByteBuffer::slack);
    return made;
}

Bytes usualBytes(std::size_t capacity)
{
    if (kept().empty())
        return newBytes(capacity);
    Bytes last = std::move(kept().back());
    kept().pop_back();
    return last;
}

} // namespace

char *ByteBuffer::room(std::size_t size)
{
    if (m_capacity - m_to >= size)
        return m_bytes.get() + m_to;
    const std::size_t held = m_to - m_from;
    if (m_capacity >= held + size)
        std::memmove(m_bytes.get(), m_bytes.get() + m_from, held);
    else
        grow(held + size);
    m_from = 0;
    m_to = held;
    return m_bytes.get() + m_to;
}

void ByteBuffer::grow(std::size_t size)
{
    const std::size_t held = m_to - m_from;
    const std::size_t capacity = std::max({size, m_capacity * 2, usual});
    Bytes larger = capacity == usual ? usualBytes(capacity) : newBytes(capacity);
    if (held > 0)
        std::memcpy(larger.get(), m_bytes.get() + m_from, held);
    release();
    m_bytes = std::move(larger);
    m_capacity = capacity;
    m_used = held;
}

void ByteBuffer::release()
{
    if (m_used > 0)
        OPENSSL_cleanse(m_bytes.get(), m_used);
    if (m_capacity == usual && kept().size() < mostKept)
        kept().push_back(std::move(m_bytes));
    m_bytes.reset();
    m_capacity = m_from = m_to = m_used = 0;
}

} // namespace proxy
