// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace proxy {

// The head of a message while it is written. Its memory stays for the next one, and room is asked for once a line.
class HeadText final
{
public:
    std::string_view view() const { return {m_bytes.data(), m_size}; }
    void clear() { m_size = 0; }

    // Each a part of a line, one after the other, and what ends it.
    template<class... Parts>
    HeadText &line(const Parts &...parts)
    {
        char *at = room((std::size_t(2) + ... + sizeOf(parts)));
        ((at = put(at, parts)), ...);
        at = put(at, std::string_view("\r\n"));
        m_size = std::size_t(at - m_bytes.data());
        return *this;
    }
    // A line of printable characters only: names come from the operator, and nothing in them may end a header.
    HeadText &printableLine(std::string_view start, std::string_view first, std::string_view second)
    {
        const std::size_t from = m_size + start.size();
        line(start, first, '/', second);
        for (std::size_t i = from; i + 2 < m_size; ++i)
            m_bytes[i] = m_bytes[i] >= 0x20 && m_bytes[i] < 0x7f ? m_bytes[i] : '?';
        return *this;
    }

private:
    static constexpr std::size_t mostDigits = 20;

    static std::size_t sizeOf(std::string_view text) { return text.size(); }
    static std::size_t sizeOf(char) { return 1; }
    static std::size_t sizeOf(std::int64_t) { return mostDigits; }
    static char *put(char *at, std::string_view text)
    {
        return at + text.copy(at, text.size()); // of an empty one nothing is read: it may be nowhere
    }
    static char *put(char *at, char one)
    {
        *at = one;
        return at + 1;
    }
    static char *put(char *at, std::int64_t number) { return std::to_chars(at, at + mostDigits, number).ptr; }
    char *room(std::size_t size)
    {
        if (m_bytes.size() < m_size + size)
            m_bytes.resize(std::max<std::size_t>(1024, 2 * (m_size + size)));
        return m_bytes.data() + m_size;
    }

    std::string m_bytes; // those behind m_size mean nothing
    std::size_t m_size = 0;
};

} // namespace proxy
