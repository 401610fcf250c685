// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/scenarios.h"
#include <algorithm>
#include <vector>

namespace proxy::scripted {

namespace {

// Answers in small steps, with one oddity.
constexpr Scenario odd(std::string_view name, Fault fault, int pauseMs = 1)
{
    return {.name = name, .pauseMs = pauseMs, .fault = fault};
}

constexpr Scenario calling(std::string_view name, Fault fault = Fault::None)
{
    return {.name = name, .pauseMs = 5, .fault = fault, .tools = true};
}

// Each line is described in resources/help/gateway.md, which a test compares with this table.
constexpr Scenario answering[] = {
    odd("test-echo", Fault::None),
    {.name = "test-slow", .pauseMs = 50, .headDelayMs = 300},
    {.name = "test-slow-header", .pauseMs = 1, .headDelayMs = 2000},
    odd("test-prose", Fault::Prose, 0),
    odd("test-refusal", Fault::Refusal),
    odd("test-content-filter", Fault::Filtered),
    odd("test-empty", Fault::Empty),
    odd("test-reasoning", Fault::Reasoning),
    odd("test-reasoning-only", Fault::ReasoningOnly),
    odd("test-cached-prompt", Fault::CachedPrompt),
    odd("test-json-broken", Fault::JsonBroken),
    calling("test-tools"),
    calling("test-tools-parallel", Fault::ToolsParallel),
    calling("test-tools-interleaved", Fault::ToolsInterleaved),
    calling("test-tools-bad-json", Fault::ToolsBadJson),
    calling("test-tools-whole", Fault::ToolsWhole),
    calling("test-tools-no-index", Fault::ToolsNoIndex),
    calling("test-tools-empty-id", Fault::ToolsEmptyId),
    calling("test-tools-stop", Fault::ToolsStop),
    odd("test-comments", Fault::Comments),
    odd("test-crlf", Fault::Crlf),
    odd("test-cr", Fault::Cr),
    odd("test-bom", Fault::Bom),
    odd("test-no-space", Fault::NoSpace),
    odd("test-split-data", Fault::SplitData),
    odd("test-bytewise", Fault::Bytewise, 0),
    odd("test-buffered", Fault::Buffered, 300),
    odd("test-not-streamed", Fault::NotStreamed),
    odd("test-wrong-content-type", Fault::WrongContentType),
    odd("test-duplicate-chunk", Fault::DuplicateChunk),
    odd("test-bad-json-chunk", Fault::BadJsonChunk),
    odd("test-huge-line", Fault::HugeLine),
    odd("test-no-done", Fault::NoDone),
    odd("test-no-finish", Fault::NoFinish),
    odd("test-done-no-finish", Fault::DoneNoFinish),
    odd("test-odd-finish", Fault::OddFinish),
    odd("test-invented-stop", Fault::InventedStop),
    odd("test-cut", Fault::Cut),
    odd("test-clean-cut", Fault::CleanCut),
    odd("test-stall", Fault::Stall),
    odd("test-mid-error", Fault::MidError),
    odd("test-mid-error-text", Fault::MidErrorText),
    odd("test-event-error", Fault::EventError),
    odd("test-error-then-done", Fault::ErrorThenDone),
    odd("test-no-usage", Fault::NoUsage),
    odd("test-usage-in-finish-chunk", Fault::UsageInFinish),
    odd("test-usage-unasked", Fault::UsageUnasked),
    odd("test-usage-with-choice", Fault::UsageWithChoice),
    odd("test-duplicate-id", Fault::DuplicateId),
    odd("test-cache", Fault::SameId),
    odd("test-no-id", Fault::NoId),
    odd("test-role-each-chunk", Fault::RoleEachChunk),
    odd("test-azure-first-chunk", Fault::AzureFirst),
    odd("test-obfuscation", Fault::Obfuscation),
};

std::vector<Scenario> all()
{
    std::vector<Scenario> both(std::begin(answering), std::end(answering));
    const std::span<const Scenario> refusing = refusingScenarios();
    both.insert(both.end(), refusing.begin(), refusing.end());
    return both;
}

} // namespace

std::span<const Scenario> scenarios()
{
    static const std::vector<Scenario> table = all();
    return table;
}

const Scenario *scenarioOf(std::string_view name)
{
    const std::span<const Scenario> table = scenarios();
    const auto found = std::ranges::find(table, name, &Scenario::name);
    return found == table.end() ? nullptr : &*found;
}

} // namespace proxy::scripted
