// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/family.h"
#include "proxy/price.h"
#include <simdjson.h>

namespace proxy {

// Reads what an answer, or an event of one, tells of its tokens, and normalises it: input holds the cached ones, output
// the reasoning. What it does not tell stays as it was: Anthropic tells in two events.
void readUsage(const simdjson::dom::object &object, Family family, Tokens &tokens);

} // namespace proxy
