// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/key.h"

namespace proxy {

// What a key may know of itself, in the form of OpenRouter's GET /key: the budget with the least room, what was spent in
// this UTC day, week and month. Amounts are decimal USD.
std::string standingJson(Key &key, std::int64_t now);

} // namespace proxy
