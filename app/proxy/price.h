// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"

namespace proxy {

// Token counts of one call as its upstream told them; what it did not tell stays empty.
struct Tokens
{
    std::optional<std::int64_t> input;
    std::optional<std::int64_t> output;
    std::optional<std::int64_t> cached; // part of input
    std::optional<std::int64_t> reasoning; // part of output
};

// Nanos of one call, rounded once, half up; empty when the price or the counts are unknown.
std::optional<std::int64_t> costOf(const Tokens &tokens, const std::optional<Price> &price);

} // namespace proxy
