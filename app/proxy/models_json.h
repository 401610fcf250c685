// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/family.h"

namespace proxy {

// In Gemini's, Anthropic's or else OpenAI's words (skinOf).
std::string modelJson(const AliasConfig &alias, Family skin);
std::string modelsJson(const std::vector<const AliasConfig *> &aliases, Family skin);

} // namespace proxy
