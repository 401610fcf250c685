// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/faults.h"

namespace proxy::scripted {

namespace {

constexpr const char *emptyRole = R"({"role":"assistant","content":"","refusal":null})";

// The text such a model says; an empty optional: the echo.
std::string textFor(const Question &question)
{
    if (question.scenario.fault == Fault::Refusal)
        return "I'm sorry, but I can't help with that request.";
    if (question.scenario.fault == Fault::Empty)
        return {};
    if (question.prompt.toolResult)
        return "The tool has answered; that was the second round of this scripted conversation.";
    return answerTo(question.prompt);
}

std::string argumentsFor(Fault fault)
{
    if (fault == Fault::ToolsBadJson)
        return R"({"city":"Zürich","unit":)";
    return R"({"city":"Zürich","unit":"celsius"})";
}

std::string argumentDelta(const std::string &part)
{
    return R"({"tool_calls":[{"index":0,"function":{"arguments":)" + quoted(part) + "}}]}";
}

} // namespace

void writeText(Draft &draft)
{
    const bool refusal = draft.question.scenario.fault == Fault::Refusal;
    const Limited answer = limited(textFor(draft.question), draft.question.scan.maxTokens);
    const std::string member = refusal ? "refusal" : "content";
    draft.message = refusal ? refusalMessage(answer.text) : textMessage(answer.text);
    draft.deltas.push_back(emptyRole);
    for (const std::string &piece : answer.pieces)
        draft.deltas.push_back("{\"" + member + "\":" + quoted(piece) + '}');
    draft.outputTokens = answer.tokens;
    draft.finish = answer.cut ? "length" : "stop";
}

void writeToolCall(Draft &draft)
{
    const Question &question = draft.question;
    const std::string name = question.prompt.toolName.empty() ? "get_weather" : question.prompt.toolName;
    const std::string arguments = argumentsFor(question.scenario.fault);
    const std::string callId = "call_" + question.id.substr(question.id.find('-') + 1);
    draft.message = toolMessage(callId, name, arguments);
    draft.deltas.push_back(R"({"role":"assistant","content":null,"tool_calls":[{"index":0,"id":)" + quoted(callId)
        + R"(,"type":"function","function":{"name":)" + quoted(name) + R"(,"arguments":""}}]})");
    const std::vector<std::string> parts = tokensOf(arguments);
    for (const std::string &part : parts)
        draft.deltas.push_back(argumentDelta(part));
    draft.outputTokens = std::int64_t(parts.size()) + 1;
    draft.finish = "tool_calls";
}

} // namespace proxy::scripted
