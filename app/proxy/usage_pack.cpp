// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_pack.h"
#include "proxy/usage_codec.h"
#include <algorithm>

namespace proxy {

void UsagePack::add(const UsageRow &row)
{
    packRow(m_bytes, row, m_last);
    ++m_count;
}

void UsagePack::clear()
{
    constexpr std::size_t mostKept = 1U << 20;
    m_bytes.clear();
    if (m_bytes.capacity() > mostKept)
        m_bytes.shrink_to_fit();
    m_count = 0;
    m_last = {};
}

std::optional<std::vector<UsageRow>> unpacked(std::string_view bytes, std::int64_t count, std::int64_t firstId)
{
    std::vector<UsageRow> rows;
    rows.reserve(std::min(std::size_t(count), bytes.size())); // a damaged count is never more than there are bytes
    for (std::int64_t i = 0; i < count; ++i) {
        UsageRow &row = i == 0 ? rows.emplace_back() : rows.emplace_back(rows.back());
        if (!unpackRow(bytes, row))
            return {};
        row.id = firstId + i;
    }
    return bytes.empty() ? std::optional(std::move(rows)) : std::nullopt;
}

} // namespace proxy
