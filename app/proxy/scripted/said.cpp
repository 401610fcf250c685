// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/said.h"
#include "proxy/scripted/prompts.h"

namespace proxy::scripted {

namespace {

// The text such a model says.
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

} // namespace

Said said(const Question &question)
{
    Said all;
    all.callId = "call_" + question.id.substr(question.id.find('-') + 1);
    all.tool = question.scenario.tools && !question.prompt.toolResult;
    if (all.tool) {
        all.toolName = question.prompt.toolName.empty() ? "get_weather" : question.prompt.toolName;
        all.arguments = argumentsFor(question.scenario.fault);
        all.pieces = tokensOf(all.arguments);
        all.tokens = std::int64_t(all.pieces.size()) + 1;
        return all;
    }
    Limited answer = limited(textFor(question), question.scan.maxTokens);
    all.refusal = question.scenario.fault == Fault::Refusal;
    all.text = std::move(answer.text);
    all.pieces = std::move(answer.pieces);
    all.tokens = answer.tokens;
    all.cut = answer.cut;
    return all;
}

Tokens tokensFor(const Question &question, std::int64_t output)
{
    return {inputTokens(question.prompt), output, 0, 0};
}

} // namespace proxy::scripted
