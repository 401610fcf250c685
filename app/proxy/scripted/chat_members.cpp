// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

namespace {

std::string callJson(const ToolCall &call, const std::string &arguments)
{
    return "\"id\":" + quoted(call.id) + R"(,"type":"function","function":{"name":)" + quoted(call.name)
        + ",\"arguments\":" + quoted(arguments) + '}';
}

// One entry of tool_calls, its index first where it says it.
std::string callDelta(std::size_t index, const std::string &members, Fault fault)
{
    const std::string at = fault == Fault::ToolsNoIndex ? "" : "\"index\":" + std::to_string(index) + ',';
    return R"("tool_calls":[{)" + at + members + "}]";
}

std::string fragment(const std::string &part, Fault fault)
{
    const std::string id = fault == Fault::ToolsEmptyId ? R"("id":"",)" : "";
    return id + R"("function":{"arguments":)" + quoted(part) + '}';
}

// Call after call, or a fragment of each in turn.
void addFragments(const Said &said, Fault fault, std::vector<std::string> &deltas)
{
    const bool inTurn = fault == Fault::ToolsInterleaved;
    std::size_t longest = 0;
    for (const ToolCall &call : said.calls)
        longest = std::max(longest, call.pieces.size());
    for (std::size_t round = 0; inTurn && round < longest; ++round) {
        for (std::size_t i = 0; i < said.calls.size(); ++i) {
            if (round < said.calls[i].pieces.size())
                deltas.push_back('{' + callDelta(i, fragment(said.calls[i].pieces[round], fault), fault) + '}');
        }
    }
}

std::vector<std::string> callDeltas(const Said &said, Fault fault)
{
    const bool inTurn = fault == Fault::ToolsInterleaved;
    const bool whole = fault == Fault::ToolsWhole;
    std::vector<std::string> deltas;
    for (std::size_t i = 0; i < said.calls.size(); ++i) {
        const ToolCall &call = said.calls[i];
        const std::string role = i == 0 ? R"("role":"assistant","content":null,)" : "";
        deltas.push_back(
            '{' + role + callDelta(i, callJson(call, whole ? call.arguments : std::string()), fault) + '}');
        for (std::size_t piece = 0; !whole && !inTurn && piece < call.pieces.size(); ++piece)
            deltas.push_back('{' + callDelta(i, fragment(call.pieces[piece], fault), fault) + '}');
    }
    addFragments(said, fault, deltas);
    return deltas;
}

} // namespace

std::vector<std::string> deltasOf(const Said &said, Fault fault)
{
    if (!said.calls.empty())
        return callDeltas(said, fault);
    const std::string role = fault == Fault::RoleEachChunk ? R"("role":"assistant",)" : "";
    const std::string name = said.refusal ? "{" + role + "\"refusal\":" : "{" + role + "\"content\":";
    std::vector<std::string> deltas = {R"({"role":"assistant","content":"","refusal":null})"};
    for (const std::string &piece : said.thoughtPieces)
        deltas.push_back("{" + role + "\"reasoning_content\":" + quoted(piece) + '}');
    for (const std::string &piece : said.pieces)
        deltas.push_back(name + quoted(piece) + '}');
    return deltas;
}

std::string messageOf(const Said &said)
{
    JsonOut out;
    out.open('{').text("role", "assistant").key("content");
    if (said.refusal || !said.calls.empty())
        out.null().key("refusal");
    else
        out.text(said.text).key("refusal");
    said.refusal ? out.text(said.text) : out.null();
    if (!said.thoughts.empty())
        out.text("reasoning_content", said.thoughts);
    if (said.calls.empty())
        return out.key("annotations").open('[').close(']').close('}').take();
    out.key("tool_calls").open('[');
    for (const ToolCall &call : said.calls)
        out.raw('{' + callJson(call, call.arguments) + '}');
    return out.close(']').close('}').take();
}

} // namespace proxy::scripted
