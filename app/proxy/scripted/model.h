// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/body_scan.h"
#include "proxy/family.h"
#include "proxy/scripted/scenarios.h"
#include "proxy/scripted/script.h"

namespace proxy::scripted {

// One call to a scripted model.
struct Question
{
    const Scenario &scenario;
    std::string alias; // told as the answer's model
    std::string id; // chatcmpl-...
    std::int64_t created = 0; // seconds
    BodyScan scan;
    Prompt prompt;
    Family family = Family::Chat;
    std::string requestId = {};
    bool sse = false; // Gemini: events, not one list
};

// The whole answer, decided by the model's name, the prompt and the options alone.
Script answer(const Question &question);

} // namespace proxy::scripted
