// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/acting.h"

namespace proxy::scripted {

namespace {

void inWords(const Question &question, Script &script)
{
    const std::vector<Said> all = said(question);
    Tokens tokens = usageOf(question, all);
    if (question.family() == Family::Messages)
        tokens.reasoning.reset(); // it does not tell them apart
    switch (question.family()) {
    case Family::Responses:
        return perform(question, wordResponses(question, all.front()), tokens, script);
    case Family::Messages:
        return perform(question, wordMessages(question, all.front()), tokens, script);
    case Family::Gemini:
        return perform(question, wordGemini(question, all), tokens, script);
    default:
        return perform(question, wordChat(question, all), tokens, script);
    }
}

} // namespace

std::optional<Refusal> problemOf(const Prompt &prompt)
{
    if (prompt.problem.empty())
        return {};
    return Refusal{400, prompt.problem, "invalid_request_error", prompt.problemCode, prompt.problemParam};
}

std::optional<Refusal> problemOf(const Question &question)
{
    const Prompt &prompt = question.prompt;
    const auto invalid = [](const std::string &message, const char *param) {
        return Refusal{400, message, "invalid_request_error", "invalid_value", param};
    };
    if (std::optional<Refusal> problem = problemOf(prompt))
        return problem;
    if (question.family() == Family::Messages && !question.scan.maxTokens)
        return invalid("max_tokens: Field required", "max_tokens");
    if (std::ssize(prompt.inputs) > mostInputs)
        return invalid("A call takes at most " + std::to_string(mostInputs) + " inputs.", "input");
    if (question.scan.choices < 1 || question.scan.choices > mostChoices || choicesOf(question) > mostChoices)
        return invalid(
            "Scripted models give 1 to " + std::to_string(mostChoices) + " choices, over all prompts of a call.", "n");
    return {};
}

Script answer(const Question &question)
{
    Script script;
    script.headDelayMs = question.scenario.headDelayMs;
    if (refuses(question, script))
        return script;
    if (question.endpoint.embedding)
        perform(question, wordGeminiEmbeddings(question), tokensFor(question, 0), script);
    else if (question.family() == Family::Embeddings)
        perform(question, wordEmbeddings(question), tokensFor(question, 0), script);
    else if (question.family() == Family::Images)
        perform(question, wordImages(question), tokensFor(question, imageTokens(question)), script);
    else
        inWords(question, script);
    return script;
}

} // namespace proxy::scripted
