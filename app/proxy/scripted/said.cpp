// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/said.h"
#include "proxy/scripted/acting.h"
#include "proxy/scripted/json_members.h"
#include "proxy/scripted/sample_text.h"
#include "proxy/scripted/schema.h"
#include <algorithm>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

constexpr std::size_t hugeBytes = 4U << 20;
constexpr std::int64_t usualProse = 256;
constexpr std::int64_t longestProse = 16'384;
constexpr const char *thinking =
    "The user says something. A scripted model has no opinion on it, so it will repeat it.";

std::string jsonText(const Prompt &prompt, std::uint64_t seed)
{
    if (!prompt.schema.is_null()) {
        const json::value made = instanceOf(prompt.schema, seed);
        if (prompt.format == Format::Enum && made.is_string())
            return std::string(textOf(&made));
        return json::serialize(made);
    }
    return json::serialize(json::object{{"answer", answerTo(prompt.lastUser)}});
}

std::int64_t proseWords(const Question &question)
{
    return std::clamp<std::int64_t>(question.scan.maxTokens.value_or(usualProse), 0, longestProse);
}

// The prompt; a further choice of the same prompt says its number too.
std::string echoFor(const Question &question, std::size_t choice)
{
    const std::vector<std::string> &inputs = question.prompt.inputs;
    const std::size_t own =
        inputs.empty() ? mostChoices : std::size_t(std::max<std::int64_t>(1, question.scan.choices));
    const std::string echo = answerTo(inputs.empty() ? question.prompt.lastUser : inputs[choice / own]);
    const std::size_t number = choice % own;
    return number > 0 ? echo + " (" + std::to_string(number + 1) + ')' : echo;
}

// The text such a model says.
std::string textFor(const Question &question, std::size_t choice)
{
    const Prompt &prompt = question.prompt;
    switch (question.fault()) {
    case Fault::Refusal:
        return "I'm sorry, but I can't help with that request.";
    case Fault::Empty:
    case Fault::ReasoningOnly:
        return {};
    case Fault::Prose:
        return prose(prompt.seed + choice, proseWords(question));
    case Fault::JsonBroken:
        return R"(Here is the JSON you asked for: {"answer": "it is not whole)";
    default:
        break;
    }
    if (prompt.toolResult)
        return "The tool has answered; that was the second round of this scripted conversation.";
    return prompt.format == Format::Text ? echoFor(question, choice) : jsonText(prompt, prompt.seed + choice);
}

// By the tool's schema; a tool that says nothing of its arguments is asked for the weather.
std::string argumentsFor(const json::value &schema, std::uint64_t seed, Fault fault)
{
    if (fault == Fault::ToolsBadJson)
        return R"({"city":"Zürich","unit":)";
    const json::value *closed = member(schema, "additionalProperties");
    const bool isClosed = closed && closed->is_bool() && !closed->get_bool();
    if (!isClosed && objectAt(schema, "properties").empty() && !member(schema, "$ref") && !member(schema, "anyOf"))
        return json::serialize(json::object{{"city", sampleText({}, "city", seed)}, {"unit", "celsius"}});
    return json::serialize(instanceOf(schema, seed));
}

// Each tool on offer once, or the only one three times.
std::vector<Tool> toolsCalled(const Question &question)
{
    std::vector<Tool> tools = question.prompt.tools;
    if (tools.empty())
        tools.push_back({"get_weather", {}});
    const bool several = question.fault() == Fault::ToolsParallel || question.fault() == Fault::ToolsInterleaved;
    if (!several || !question.prompt.parallel)
        tools.resize(1);
    else if (tools.size() == 1)
        tools.resize(3, tools.front());
    tools.resize(std::min<std::size_t>(tools.size(), 16));
    return tools;
}

void callTools(const Question &question, std::size_t choice, Said &one)
{
    for (const Tool &tool : toolsCalled(question)) {
        const std::size_t index = one.calls.size();
        ToolCall call{"call_" + question.idTail() + '_' + std::to_string(choice) + std::to_string(index), tool.name,
            argumentsFor(tool.schema, question.prompt.seed + choice + index, question.fault()), {}};
        call.pieces = tokensOf(call.arguments);
        if (call.pieces.size() < 3)
            call.pieces = charactersOf(call.arguments);
        one.tokens += std::int64_t(call.pieces.size()) + 1;
        one.calls.push_back(std::move(call));
    }
}

bool callsTools(const Question &question)
{
    const Prompt &prompt = question.prompt;
    if (prompt.toolResult || prompt.choice == ToolChoice::None || question.family() == Family::Completions)
        return false;
    return question.scenario.tools || (prompt.choice == ToolChoice::Forced && !prompt.tools.empty());
}

// The text up to the first stop sequence in it.
std::string untilStop(const std::string &text, const std::vector<std::string> &stops, std::string &met)
{
    std::size_t first = std::string::npos;
    for (const std::string &stop : stops) {
        const std::size_t at = text.find(stop);
        if (at < first) {
            first = at;
            met = stop;
        }
    }
    return text.substr(0, std::min(first, text.size()));
}

void think(Said &one)
{
    one.thoughts = thinking;
    one.thoughtPieces = tokensOf(one.thoughts);
    one.thoughtTokens = std::int64_t(one.thoughtPieces.size());
    one.tokens += one.thoughtTokens;
}

void speak(const Question &question, std::size_t choice, Said &one)
{
    const Fault fault = question.fault();
    const std::string text = untilStop(textFor(question, choice), question.prompt.stops, one.stop);
    Limited answer = limited(text, question.scan.maxTokens);
    one.text = std::move(answer.text);
    one.pieces = std::move(answer.pieces);
    one.tokens = answer.tokens;
    one.cut = answer.cut;
    if (one.cut)
        one.stop.clear();
    one.refusal = fault == Fault::Refusal;
    one.filtered = fault == Fault::Filtered;
    if (fault == Fault::Reasoning || fault == Fault::ReasoningOnly)
        think(one);
    if (fault == Fault::HugeLine && question.scan.stream)
        one.pieces.insert(
            one.pieces.begin() + std::min<std::ptrdiff_t>(2, std::ssize(one.pieces)), std::string(hugeBytes, 'x'));
}

} // namespace

std::int64_t choicesOf(const Question &question)
{
    const std::int64_t asked = std::max<std::int64_t>(1, question.scan.choices);
    switch (question.family()) {
    case Family::Chat:
    case Family::Gemini:
        return asked;
    case Family::Completions:
        return asked * std::max<std::int64_t>(1, std::ssize(question.prompt.inputs));
    default:
        return 1;
    }
}

std::vector<Said> said(const Question &question)
{
    std::vector<Said> all(std::size_t(choicesOf(question)));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (callsTools(question))
            callTools(question, i, all[i]);
        else
            speak(question, i, all[i]);
    }
    return all;
}

Tokens tokensFor(const Question &question, std::int64_t output)
{
    return {inputTokens(question.prompt), output, 0, 0};
}

Tokens usageOf(const Question &question, const std::vector<Said> &all)
{
    Tokens tokens = tokensFor(question, 0);
    if (question.fault() == Fault::CachedPrompt)
        tokens.cached = *tokens.input / 2;
    for (const Said &one : all) {
        *tokens.output += one.tokens;
        *tokens.reasoning += one.thoughtTokens;
    }
    return tokens;
}

bool tellsUsage(Fault fault)
{
    return fault != Fault::NoUsage && fault != Fault::NoFinish && fault != Fault::DoneNoFinish && !breaksOff(fault);
}

} // namespace proxy::scripted
