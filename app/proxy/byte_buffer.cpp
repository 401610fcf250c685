// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/byte_buffer.h"
#include <algorithm>
#include <openssl/crypto.h>

namespace proxy {

char *ByteBuffer::room(std::size_t size)
{
    if (m_capacity - m_to >= size)
        return m_bytes.get() + m_to;
    const std::size_t held = m_to - m_from;
    if (m_capacity >= held + size) {
        std::memmove(m_bytes.get(), m_bytes.get() + m_from, held);
    } else {
        const std::size_t capacity = std::max(held + size, m_capacity * 2);
        std::unique_ptr<char[]> larger(new char[capacity + slack]);
        std::memset(larger.get() + capacity, 0, slack);
        if (held > 0)
            std::memcpy(larger.get(), m_bytes.get() + m_from, held);
        if (m_bytes)
            OPENSSL_cleanse(m_bytes.get(), m_capacity);
        m_bytes = std::move(larger);
        m_capacity = capacity;
    }
    m_from = 0;
    m_to = held;
    return m_bytes.get() + m_to;
}

void ByteBuffer::release(bool wiped)
{
    if (wiped && m_bytes)
        OPENSSL_cleanse(m_bytes.get(), m_capacity);
    m_bytes.reset();
    m_capacity = m_from = m_to = 0;
}

} // namespace proxy
