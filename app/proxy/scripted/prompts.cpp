// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/prompts.h"
#include "proxy/scripted/json_members.h"
#include <algorithm>
#include <array>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

constexpr std::int64_t tokensAPart = 85;
constexpr std::size_t deepestBody = 512;

bool isMedia(const json::value &part)
{
    static constexpr std::array<std::string_view, 8> kinds = {
        "image_url", "input_image", "image", "input_audio", "input_file", "file", "document", "video_url"};
    return std::ranges::find(kinds, textAt(part, "type")) != kinds.end() || either(part, "inlineData", "inline_data")
        || either(part, "fileData", "file_data");
}

// What one turn of a conversation holds.
struct Turn
{
    std::string text;
    bool result = false; // of a tool
};

// A text, or the texts of a list of parts.
void readParts(const json::value &content, Turn &turn, Prompt &prompt)
{
    turn.text += textOf(&content);
    for (const json::value &part : listOf(&content)) {
        const json::value *answer = either(part, "functionResponse", "function_response");
        turn.text += textAt(part, "text");
        prompt.parts += isMedia(part);
        turn.result = turn.result || textAt(part, "type") == "tool_result" || answer;
        if (answer)
            prompt.bytes += std::int64_t(json::serialize(*answer).size());
        if (const json::value *inner = member(part, "content")) { // of a tool_result
            Turn told;
            readParts(*inner, told, prompt);
            prompt.bytes += std::int64_t(told.text.size());
        }
    }
}

void readTurn(const json::value &value, std::string_view contentName, Prompt &prompt)
{
    const std::string_view role = textAt(value, "role");
    const std::string_view type = textAt(value, "type");
    Turn turn;
    turn.result = role == "tool" || role == "function" || type == "function_call_output";
    prompt.bytes += std::int64_t(textAt(value, "output").size());
    if (const json::value *content = member(value, contentName))
        readParts(*content, turn, prompt);
    prompt.bytes += std::int64_t(turn.text.size());
    prompt.toolResult = turn.result;
    const bool speech = type.empty() || type == "message";
    if (!turn.result && speech && (role == "user" || role.empty()))
        prompt.lastUser = std::move(turn.text);
}

void readTurns(const json::value &body, std::string_view list, std::string_view contentName, Prompt &prompt)
{
    const json::value *turns = member(body, list);
    prompt.lastUser = textOf(turns);
    prompt.bytes += std::int64_t(prompt.lastUser.size());
    for (const json::value &turn : listOf(turns))
        readTurn(turn, contentName, prompt);
}

// What stands before the turns: a text, text blocks, or {parts}.
void readSystem(const json::value *system, Prompt &prompt)
{
    if (!system)
        return;
    const json::value *parts = member(*system, "parts");
    Turn turn;
    readParts(parts ? *parts : *system, turn, prompt);
    prompt.bytes += std::int64_t(turn.text.size());
}

// Texts, or lists of token numbers of which each counts as its digits do.
void readInputs(const json::value *input, Prompt &prompt)
{
    const json::array &list = listOf(input);
    const bool numbers = !list.empty() && list.front().is_number();
    if (input && (input->is_string() || numbers))
        prompt.inputs.push_back(numbers ? json::serialize(*input) : std::string(textOf(input)));
    for (std::size_t i = 0; !numbers && i < list.size(); ++i)
        prompt.inputs.push_back(list[i].is_string() ? std::string(textOf(&list[i])) : json::serialize(list[i]));
    for (const std::string &one : prompt.inputs)
        prompt.bytes += std::int64_t(one.size());
}

// One content to embed, or the contents of a batch.
void readContents(const json::value &body, Prompt &prompt)
{
    const json::value *dimensions = either(body, "outputDimensionality", "output_dimensionality");
    if (dimensions && dimensions->is_int64())
        prompt.dimensions = dimensions->get_int64();
    if (const json::value *content = member(body, "content")) {
        Turn turn;
        if (const json::value *parts = member(*content, "parts"))
            readParts(*parts, turn, prompt);
        prompt.bytes += std::int64_t(turn.text.size());
        prompt.inputs.push_back(std::move(turn.text));
    }
    for (const json::value &one : listAt(body, "requests"))
        readContents(one, prompt);
}

void readTexts(Family family, const json::value &body, Prompt &prompt)
{
    switch (family) {
    case Family::Responses:
        readTurns(body, "input", "content", prompt);
        return readSystem(member(body, "instructions"), prompt);
    case Family::Gemini:
        readTurns(body, "contents", "parts", prompt);
        readContents(body, prompt);
        return readSystem(either(body, "systemInstruction", "system_instruction"), prompt);
    case Family::Embeddings:
        return readInputs(member(body, "input"), prompt);
    case Family::Completions:
        return readInputs(member(body, "prompt"), prompt);
    case Family::Images:
        prompt.lastUser = textAt(body, "prompt");
        prompt.bytes = std::int64_t(prompt.lastUser.size());
        return;
    default:
        readTurns(body, "messages", "content", prompt);
        readSystem(member(body, "system"), prompt);
    }
}

// What the family cannot do without (data plane's contract); empty: nothing.
std::string_view requiredBy(Family family)
{
    switch (family) {
    case Family::Chat:
    case Family::Messages:
        return "messages";
    case Family::Embeddings:
        return "input";
    case Family::Images:
        return "prompt";
    default:
        return {};
    }
}

// Not there, or a list of nothing: as the provider refuses it.
void demand(const json::value &body, std::string_view field, Prompt &prompt)
{
    const json::value *found = field.empty() ? nullptr : member(body, field);
    const bool there = found && !found->is_null();
    const bool nothing = there && found->is_array() && found->get_array().empty();
    if (field.empty() || (there && !nothing))
        return;
    prompt.problemParam = field;
    prompt.problemCode = nothing ? "empty_array" : "missing_required_parameter";
    prompt.problem = nothing ? "Invalid '" + prompt.problemParam + "': empty array. Expected at least one entry."
                             : "Missing required parameter: '" + prompt.problemParam + "'.";
}

} // namespace

std::optional<Prompt> promptOf(Family family, std::string_view body)
{
    json::error_code failed;
    json::parse_options options;
    options.max_depth = deepestBody;
    const json::value value = json::parse({body.data(), body.size()}, failed, {}, options);
    if (failed)
        return {};
    Prompt prompt;
    readTexts(family, value, prompt);
    readWishes(value, prompt);
    demand(value, requiredBy(family), prompt);
    return prompt;
}

std::int64_t inputTokens(const Prompt &prompt)
{
    return prompt.bytes / 4 + prompt.parts * tokensAPart + 3;
}

} // namespace proxy::scripted
