// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace proxy {

// An IP address; IPv4 as its mapped IPv6 form.
using Address = std::array<std::uint8_t, 16>;
std::optional<Address> parseAddress(std::string_view text);

// A network such as 10.0.0.0/8 or ::1/128.
struct Cidr
{
    Address base{};
    int bits = 128; // of the 128

    // Empty unless it is ADDRESS or ADDRESS/BITS.
    static std::optional<Cidr> parse(std::string_view text);
    bool contains(const Address &address) const;
};

} // namespace proxy
