// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace proxy {

// Bytes that were read and not used yet, in one piece. Behind them lie always `slack` bytes that may be read: what a
// JSON parser wants. Memory is taken when there is something to read; that of the usual size comes from what the thread
// has let go last, and so is still near the processor: of many connections few have bytes at a time.
class ByteBuffer final
{
public:
    static constexpr std::size_t slack = 64;

    std::string_view view() const { return {m_bytes.get() + m_from, m_to - m_from}; }
    const char *data() const { return m_bytes.get() + m_from; }
    std::size_t size() const { return m_to - m_from; }
    std::size_t capacity() const { return m_capacity; }

    // Makes room for so many more bytes: where to put them. May move what is there.
    char *room(std::size_t size);
    // So many bytes were put into the room.
    void commit(std::size_t size)
    {
        m_to += size;
        m_used = std::max(m_used, m_to);
    }
    void consume(std::size_t size)
    {
        m_from += size;
        if (m_from >= m_to)
            m_from = m_to = 0;
    }
    void clear() { m_from = m_to = 0; }
    // Between two messages: lets memory of the usual size go, if nothing is in it.
    void rest()
    {
        if (size() == 0 && m_capacity == usual)
            release();
    }
    // Gives the memory back, overwritten: it may hold a secret.
    void release();

private:
    static constexpr std::size_t usual = 4096;
    void grow(std::size_t size);

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_capacity = 0; // without the slack
    std::size_t m_from = 0;
    std::size_t m_to = 0;
    std::size_t m_used = 0; // bytes from the start that were ever written
};

} // namespace proxy
