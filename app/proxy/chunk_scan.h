// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace proxy {

// Finds the payload and the end of a chunked message, read strictly: lines end in CR LF, sizes are hexadecimal digits.
class ChunkScan final
{
public:
    // Takes bytes of the message and calls payload(view) for those between the frames; tells how many belong to it.
    template<class Payload>
    std::size_t feed(std::string_view bytes, Payload payload)
    {
        std::size_t at = 0;
        while (at < bytes.size() && !done() && !bad()) {
            if (m_state != State::Data) {
                step(bytes[at++]);
                continue;
            }
            const std::string_view part = bytes.substr(at, std::size_t(m_left));
            payload(part);
            at += part.size();
            m_left -= part.size();
            if (m_left == 0)
                m_state = State::DataEnd;
        }
        return at;
    }

    bool done() const { return m_state == State::Done; }
    bool bad() const { return m_state == State::Bad; }

private:
    enum class State {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataEnd,
        DataLast,
        Trailer,
        TrailerLine,
        TrailerEnd,
        LastEnd,
        Done,
        Bad
    };

    void step(char c);
    void size(char c);
    bool overhead(char c);

    State m_state = State::Size;
    std::uint64_t m_left = 0;
    std::size_t m_overhead = 0;
    bool m_anyDigit = false;
};

} // namespace proxy
