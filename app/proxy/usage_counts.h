// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/family.h"
#include "proxy/json_walk.h"
#include "proxy/price.h"
#include <simdjson.h>

namespace proxy {

// Reads what an answer, or an event of one, tells of its tokens, and normalises it: input holds the cached ones, output
// the reasoning. What it does not tell stays as it was: Anthropic tells in two events.
// Object: JsonMembers, or what a full parser makes: simdjson::dom::object.
template<class Object>
void readUsage(const Object &object, Family family, Tokens &tokens);

} // namespace proxy
