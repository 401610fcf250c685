// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/body_scan.h"
#include "proxy/family.h"

namespace proxy::scripted {

// What a scripted model answers to, from the body of any family but chat (readPrompt).
Prompt promptOf(Family family, std::string_view body);
// Four bytes a token and three for the frame of the conversation, as the rule of thumb goes.
std::int64_t inputTokens(const Prompt &prompt);

} // namespace proxy::scripted
