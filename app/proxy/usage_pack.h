// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/usage_row.h"
#include <string_view>
#include <vector>

namespace proxy {

// Usage rows on their way to the writer, packed: neither thread allocates for one, and they take a third of the room.
class UsagePack final
{
public:
    void add(const UsageRow &row);
    std::int64_t count() const { return m_count; }
    bool empty() const { return m_count == 0; }
    std::string_view bytes() const { return m_bytes; }
    // Its memory is used again, unless it has grown large.
    void clear();

private:
    std::string m_bytes;
    std::int64_t m_count = 0;
    UsageRow m_last;
};

// The rows of a pack; empty when its bytes are damaged. firstId: of the first, the others follow.
std::optional<std::vector<UsageRow>> unpacked(std::string_view bytes, std::int64_t count, std::int64_t firstId);

} // namespace proxy
