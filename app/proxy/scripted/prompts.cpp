// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/prompts.h"
#include <boost/json.hpp>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

const json::value *member(const json::value &value, std::string_view name)
{
    const json::object *object = value.if_object();
    return object ? object->if_contains(name) : nullptr;
}

std::string_view textAt(const json::value &value, std::string_view name)
{
    const json::value *found = member(value, name);
    return found && found->is_string() ? std::string_view(found->get_string()) : std::string_view();
}

// A text, or the texts of a list of parts; notes when a part is a tool's result.
void readParts(const json::value &content, std::string &text, bool &result)
{
    if (const json::string *plain = content.if_string())
        text += std::string_view(*plain);
    const json::array *parts = content.if_array();
    for (std::size_t i = 0; parts && i < parts->size(); ++i) {
        text += textAt((*parts)[i], "text");
        result = result || textAt((*parts)[i], "type") == "tool_result" || member((*parts)[i], "functionResponse");
    }
}

void readTurn(const json::value &turn, std::string_view contentName, Prompt &prompt)
{
    std::string text;
    bool result = textAt(turn, "type") == "function_call_output";
    if (const json::value *content = member(turn, contentName))
        readParts(*content, text, result);
    prompt.bytes += std::int64_t(text.size());
    prompt.toolResult = result;
    const std::string_view role = textAt(turn, "role");
    if (!text.empty() && (role == "user" || role.empty()))
        prompt.lastUser = std::move(text);
}

void readTurns(const json::value &body, std::string_view list, std::string_view contentName, Prompt &prompt)
{
    const json::value *turns = member(body, list);
    if (turns && turns->is_string()) {
        prompt.lastUser = turns->get_string();
        prompt.bytes += std::int64_t(prompt.lastUser.size());
    }
    const json::array *all = turns ? turns->if_array() : nullptr;
    for (std::size_t i = 0; all && i < all->size(); ++i)
        readTurn((*all)[i], contentName, prompt);
}

// The first tool on offer: {name}, or {functionDeclarations:[{name}]}.
std::string toolOf(const json::value &body)
{
    const json::value *tools = member(body, "tools");
    const json::array *all = tools ? tools->if_array() : nullptr;
    if (!all || all->empty())
        return {};
    const json::value *declared = member(all->front(), "functionDeclarations");
    const json::array *functions = declared ? declared->if_array() : nullptr;
    return std::string(textAt(functions && !functions->empty() ? functions->front() : all->front(), "name"));
}

// Texts, or lists of token numbers of which each counts as four bytes.
void readInputs(const json::value &body, Prompt &prompt)
{
    const json::value *input = member(body, "input");
    const json::array *list = input ? input->if_array() : nullptr;
    if (input && input->is_string())
        prompt.inputs.emplace_back(input->get_string());
    const bool tokens = list && !list->empty() && list->front().is_number();
    if (tokens)
        prompt.inputs.push_back(json::serialize(*input));
    for (std::size_t i = 0; list && !tokens && i < list->size(); ++i) {
        const json::value &one = (*list)[i];
        prompt.inputs.push_back(one.is_string() ? std::string(one.get_string()) : json::serialize(one));
    }
    for (const std::string &one : prompt.inputs)
        prompt.bytes += std::int64_t(one.size());
}

} // namespace

Prompt promptOf(Family family, std::string_view body)
{
    Prompt prompt;
    json::error_code failed;
    const json::value value = json::parse({body.data(), body.size()}, failed);
    if (failed)
        return prompt;
    switch (family) {
    case Family::Responses:
        readTurns(value, "input", "content", prompt);
        break;
    case Family::Gemini:
        readTurns(value, "contents", "parts", prompt);
        break;
    case Family::Embeddings:
        readInputs(value, prompt);
        break;
    case Family::Images:
        prompt.lastUser = textAt(value, "prompt");
        prompt.bytes = std::int64_t(prompt.lastUser.size());
        break;
    default:
        readTurns(value, "messages", "content", prompt);
    }
    prompt.toolName = toolOf(value);
    return prompt;
}

std::int64_t inputTokens(const Prompt &prompt)
{
    return prompt.bytes / 4 + 3;
}

} // namespace proxy::scripted
