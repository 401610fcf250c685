// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/said.h"

namespace proxy::scripted {

namespace {

std::string event(const char *type, const std::string &members)
{
    const std::string rest = members.empty() ? members : ',' + members;
    return std::string("event: ") + type + "\ndata: {\"type\":\"" + type + '"' + rest + "}\n\n";
}

const char *stopReason(const Said &said)
{
    return said.tool ? "tool_use" : said.refusal ? "refusal" : said.cut ? "max_tokens" : "end_turn";
}

// Broken arguments are no JSON: whole answers then carry none of them.
std::string block(const Said &said, bool whole, bool broken)
{
    if (!said.tool)
        return R"({"type":"text","text":)" + quoted(whole ? said.text : std::string()) + '}';
    return R"({"type":"tool_use","id":)" + quoted(said.callId) + R"(,"name":)" + quoted(said.toolName) + R"(,"input":)"
        + (whole && !broken ? said.arguments : "{}") + '}';
}

std::string message(const Question &question, const Said &said, bool whole)
{
    const Tokens tokens = tokensFor(question, said.tokens);
    const bool broken = question.scenario.fault == Fault::ToolsBadJson;
    JsonOut out;
    out.open('{').text("id", "msg_" + question.id.substr(question.id.find('-') + 1)).text("type", "message");
    out.text("role", "assistant").text("model", question.alias).key("content").open('[');
    if (whole)
        out.raw(block(said, true, broken));
    out.close(']').key("stop_reason");
    whole ? out.text(stopReason(said)) : out.null();
    out.key("stop_sequence").null().key("usage").open('{').number("input_tokens", *tokens.input);
    out.number("cache_creation_input_tokens", std::int64_t(0)).number("cache_read_input_tokens", std::int64_t(0));
    out.number("output_tokens", whole ? *tokens.output : std::int64_t(1)).text("service_tier", "standard");
    return out.close('}').close('}').take();
}

} // namespace

Worded wordMessages(const Question &question, const Said &said)
{
    Worded worded{message(question, said, true)};
    std::vector<std::string> &events = worded.events;
    events.push_back(event("message_start", "\"message\":" + message(question, said, false)));
    events.push_back(event("content_block_start", R"("index":0,"content_block":)" + block(said, false, false)));
    events.push_back(event("ping", {}));
    const std::string kind =
        said.tool ? R"("type":"input_json_delta","partial_json":)" : R"("type":"text_delta","text":)";
    for (const std::string &piece : said.pieces)
        events.push_back(event("content_block_delta", R"("index":0,"delta":{)" + kind + quoted(piece) + '}'));
    events.push_back(event("content_block_stop", R"("index":0)"));
    events.push_back(event("message_delta",
        R"("delta":{"stop_reason":")" + std::string(stopReason(said))
            + R"(","stop_sequence":null},"usage":{"output_tokens":)" + std::to_string(said.tokens) + '}'));
    events.push_back(event("message_stop", {}));
    worded.tail = 2;
    const Refusal failure{500, "The server had an error while processing your request."};
    worded.failure = "event: error\ndata: " + envelope(failure, Family::Messages, question.requestId) + "\n\n";
    return worded;
}

} // namespace proxy::scripted
