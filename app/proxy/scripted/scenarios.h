// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string_view>

namespace proxy::scripted {

// What is odd about an answer. Named in the tables of scenarios.cpp and refusals.cpp; acted out in acting.cpp (streams),
// faults.cpp (refusals) and where a family words it.
enum class Fault {
    None,
    // no proper answer at all
    Refuse, // an error status with the family's envelope
    RefuseFirst, // the same for the first attempts, counted by x-stainless-retry-count
    EmptyRefusal, // an error status without a body
    HtmlRefusal, // an error status with a page
    ErrorIn200,
    Empty200,
    Html200,
    HangUp, // the connection closes without an answer
    BlockedPrompt, // Gemini: no candidates; others: 400
    // how a stream is sent
    NotStreamed, // a whole answer though a stream was asked for
    WrongContentType,
    Comments,
    Crlf,
    Cr,
    Bom,
    NoSpace, // data:{...}
    SplitData, // an event's JSON in two data lines
    Bytewise,
    Buffered,
    DuplicateChunk,
    BadJsonChunk,
    HugeLine,
    // how a stream ends
    NoDone,
    NoFinish,
    DoneNoFinish,
    Cut,
    CleanCut,
    MidError,
    MidErrorText, // the error is a text, not an object
    EventError, // chat: an event named error
    ErrorThenDone,
    InventedStop,
    Stall,
    // what chunks say
    NoUsage,
    UsageInFinish,
    UsageUnasked,
    UsageWithChoice,
    DuplicateId,
    SameId,
    NoId,
    RoleEachChunk,
    AzureFirst,
    Obfuscation,
    OddFinish,
    // what is said
    Refusal,
    Filtered,
    Empty,
    Reasoning,
    ReasoningOnly,
    Prose,
    CachedPrompt,
    JsonBroken,
    // how tools are called
    ToolsBadJson,
    ToolsParallel,
    ToolsInterleaved,
    ToolsWhole,
    ToolsNoIndex,
    ToolsEmptyId,
    ToolsStop
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
    std::string_view header = {}; // one more header of a refusal
    std::string_view headerValue = {}; // "date": a time two seconds on
    int refusals = 0; // RefuseFirst: how many attempts are refused
    bool tools = false; // answers with a tool call
};

// Every model of the scripted upstream, test-echo first.
std::span<const Scenario> scenarios();
// The model of this name, or nullptr.
const Scenario *scenarioOf(std::string_view name);

// Those that refuse (refusals.cpp).
std::span<const Scenario> refusingScenarios();

} // namespace proxy::scripted
