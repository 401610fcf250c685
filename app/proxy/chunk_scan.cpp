// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/chunk_scan.h"

namespace proxy {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

void ChunkScan::size(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
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
        m_state = c == '\r' ? State::SizeEnd : State::Extension;
        return;
    case State::SizeEnd:
        m_anyDigit = false;
        m_state = c != '\n' ? State::Bad : m_left ? State::Data : State::Trailer;
        return;
    case State::DataEnd:
        m_state = c == '\n' ? State::Size : c == '\r' ? State::DataEnd : State::Bad;
        return;
    case State::Trailer:
        m_state = c == '\r' ? State::LastEnd : State::TrailerLine;
        return;
    case State::TrailerLine:
        m_state = c == '\n' ? State::Trailer : State::TrailerLine;
        return;
    case State::LastEnd:
        m_state = c == '\n' ? State::Done : State::Bad;
        return;
    default:
        return;
    }
}

} // namespace proxy
