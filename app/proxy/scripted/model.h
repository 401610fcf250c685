// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/body_scan.h"
#include "proxy/errors.h"
#include "proxy/family.h"
#include "proxy/scripted/prompts.h"
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
    Endpoint endpoint = {};
    std::string requestId = {};
    bool sse = false; // Gemini: events, not one list
    std::int64_t retries = -1; // of the SDK, as it counts; -1: it does not say

    Family family() const { return endpoint.family; }
    Fault fault() const { return scenario.fault; }
    // What all ids of one answer share.
    std::string idTail() const { return id.substr(id.find('-') + 1); }
};

// More are refused.
inline constexpr std::int64_t mostChoices = 16;
inline constexpr std::int64_t mostInputs = 2048;

// Why this cannot be answered; empty: it can. Of the prompt alone, or with what the model is.
std::optional<Refusal> problemOf(const Prompt &prompt);
std::optional<Refusal> problemOf(const Question &question);
// The whole answer, decided by the model's name, the prompt and the options alone.
Script answer(const Question &question);

} // namespace proxy::scripted
