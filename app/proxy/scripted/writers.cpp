// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/faults.h"

namespace proxy::scripted {

namespace {

constexpr const char *emptyRole = R"({"role":"assistant","content":"","refusal":null})";

std::string argumentDelta(const std::string &part)
{
    return R"({"tool_calls":[{"index":0,"function":{"arguments":)" + quoted(part) + "}}]}";
}

} // namespace

void writeSaid(Draft &draft, const Said &said)
{
    if (said.tool)
        return writeToolCall(draft, said);
    const std::string member = said.refusal ? "refusal" : "content";
    draft.message = said.refusal ? refusalMessage(said.text) : textMessage(said.text);
    draft.deltas.push_back(emptyRole);
    for (const std::string &piece : said.pieces)
        draft.deltas.push_back("{\"" + member + "\":" + quoted(piece) + '}');
    draft.outputTokens = said.tokens;
    draft.finish = said.cut ? "length" : "stop";
}

void writeToolCall(Draft &draft, const Said &said)
{
    draft.message = toolMessage(said.callId, said.toolName, said.arguments);
    draft.deltas.push_back(R"({"role":"assistant","content":null,"tool_calls":[{"index":0,"id":)" + quoted(said.callId)
        + R"(,"type":"function","function":{"name":)" + quoted(said.toolName) + R"(,"arguments":""}}]})");
    for (const std::string &part : said.pieces)
        draft.deltas.push_back(argumentDelta(part));
    draft.outputTokens = said.tokens;
    draft.finish = "tool_calls";
}

} // namespace proxy::scripted
