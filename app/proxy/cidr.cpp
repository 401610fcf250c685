// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/cidr.h"
#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <string>

namespace proxy {

namespace {
constexpr int mappedBits = 96; // before the 32 of an IPv4 address
}

std::optional<Address> parseAddress(std::string_view text)
{
    const std::string plain(text);
    Address address{};
    if (::inet_pton(AF_INET, plain.c_str(), address.data() + 12) == 1) {
        address[10] = address[11] = 0xff;
        return address;
    }
    return ::inet_pton(AF_INET6, plain.c_str(), address.data()) == 1 ? std::optional(address) : std::nullopt;
}

std::optional<Cidr> Cidr::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::optional<Address> base = parseAddress(text.substr(0, slash));
    if (!base)
        return {};
    if (slash == std::string_view::npos)
        return Cidr{*base, 128};
    const bool four = text.substr(0, slash).find(':') == std::string_view::npos;
    const std::string_view number = text.substr(slash + 1);
    int bits = -1;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bits);
    if (error != std::errc() || end != number.data() + number.size() || bits < 0 || bits > (four ? 32 : 128))
        return {};
    return Cidr{*base, bits + (four ? mappedBits : 0)};
}

bool Cidr::contains(const Address &address) const
{
    const std::size_t whole = std::size_t(bits) / 8;
    if (!std::equal(base.begin(), base.begin() + std::ptrdiff_t(whole), address.begin()))
        return false;
    const int rest = bits % 8;
    return rest == 0 || (base[whole] >> (8 - rest)) == (address[whole] >> (8 - rest));
}

} // namespace proxy
