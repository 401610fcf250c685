// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/price.h"
#include <algorithm>

namespace proxy {

namespace {
__extension__ typedef __int128 Wide;
constexpr Wide mostNanos = 1'000'000'000'000'000; // a million dollars a call: thousands of them still add up
} // namespace

std::optional<std::int64_t> costOf(const Tokens &tokens, const std::optional<Price> &price)
{
    if (!price || !tokens.input || !tokens.output)
        return {};
    const std::int64_t cached = std::clamp<std::int64_t>(tokens.cached.value_or(0), 0, *tokens.input);
    const Wide sum = Wide(*tokens.input - cached) * price->input + Wide(cached) * price->cached.value_or(price->input)
        + Wide(*tokens.output) * price->output;
    const Wide nanos = (sum + 500'000) / 1'000'000;
    return std::int64_t(std::min(nanos, mostNanos));
}

} // namespace proxy
