// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace proxy {

// Bytes that were read and not used yet, in one piece. Behind them lie always `slack` bytes that may be read: what a
// JSON parser wants. Memory is taken at the first use and may be let go when there is nothing in it.
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
    void commit(std::size_t size) { m_to += size; }
    void consume(std::size_t size)
    {
        m_from += size;
        if (m_from >= m_to)
            m_from = m_to = 0;
    }
    void clear() { m_from = m_to = 0; }
    // Gives the memory back, overwritten where it may hold a secret.
    void release(bool wiped);

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_capacity = 0; // without the slack
    std::size_t m_from = 0;
    std::size_t m_to = 0;
};

} // namespace proxy
