// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/chunk_scan.h"

namespace proxy {

namespace {

constexpr std::size_t mostOverhead = 65'536; // in a row

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

// Bytes of extensions and trailers are read over, but not without end; a line feed among them is two readers' trouble.
bool ChunkScan::overhead(char c)
{
    return c != '\n' && ++m_overhead <= mostOverhead;
}

void ChunkScan::size(char c)
{
    if (const int digit = hexValue(c); digit >= 0 && overhead(c)) {
        m_anyDigit = true;
        m_state = m_left >> 56 ? State::Bad : State::Size;
        m_left = m_left * 16 + std::uint64_t(digit);
    } else if (!m_anyDigit) {
        m_state = State::Bad;
    } else {
        m_state = c == '\r' ? State::SizeEnd : c == ';' || c == ' ' || c == '\t' ? State::Extension : State::Bad;
    }
}

void ChunkScan::step(char c)
{
    switch (m_state) {
    case State::Size:
        return size(c);
    case State::Extension:
        m_state = c == '\r' ? State::SizeEnd : overhead(c) ? State::Extension : State::Bad;
        return;
    case State::SizeEnd:
        m_anyDigit = false;
        m_state = c != '\n' ? State::Bad : m_left ? State::Data : State::Trailer;
        m_overhead = m_left ? 0 : m_overhead;
        return;
    case State::DataEnd:
        m_state = c == '\r' ? State::DataLast : State::Bad;
        return;
    case State::DataLast:
        m_state = c == '\n' ? State::Size : State::Bad;
        return;
    case State::Trailer:
        m_state = c == '\r' ? State::LastEnd : overhead(c) ? State::TrailerLine : State::Bad;
        return;
    case State::TrailerLine:
        m_state = c == '\r' ? State::TrailerEnd : overhead(c) ? State::TrailerLine : State::Bad;
        return;
    case State::TrailerEnd:
        m_state = c == '\n' ? State::Trailer : State::Bad;
        return;
    case State::LastEnd:
        m_state = c == '\n' ? State::Done : State::Bad;
        return;
    default:
        return;
    }
}

} // namespace proxy
