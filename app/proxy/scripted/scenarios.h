// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string_view>

namespace proxy::scripted {

// What goes wrong with an answer. Decided in one table (scenarios.cpp), acted out in one place (faults.cpp).
enum class Fault {
    None,
    Refuse, // an error status with OpenAI's envelope
    EmptyRefusal, // an error status without a body
    HtmlRefusal, // an error status with a page
    ErrorIn200,
    Empty200,
    Html200,
    WrongContentType,
    Comments,
    NoDone,
    NoFinish,
    DoneNoFinish,
    Cut,
    CleanCut,
    MidError,
    ErrorThenDone,
    Crlf,
    Bytewise,
    Buffered,
    NoUsage,
    UsageInFinish,
    UsageUnasked,
    InventedStop,
    Stall,
    DuplicateId,
    BadJsonChunk,
    HugeLine,
    SameId,
    NoId,
    Refusal,
    Empty,
    ToolsBadJson
};

// One scripted model.
struct Scenario
{
    std::string_view name;
    int pauseMs = 0; // between the pieces of a stream
    int headDelayMs = 0;
    Fault fault = Fault::None;
    int status = 200;
    std::string_view type = {}; // of the error
    std::string_view code = {};
    std::string_view message = {};
    int retryAfter = 0; // seconds; 0: no header
    bool tools = false; // answers with a tool call
};

// Every model of the scripted upstream, test-echo first.
std::span<const Scenario> scenarios();
// The model of this name, or nullptr.
const Scenario *scenarioOf(std::string_view name);

} // namespace proxy::scripted
