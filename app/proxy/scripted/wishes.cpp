// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/json_members.h"
#include "proxy/scripted/prompts.h"
#include <algorithm>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

// The first of these members that is there.
const json::value *firstOf(const json::value &value, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const json::value *found = member(value, name))
            return found;
    }
    return nullptr;
}

// {name, parameters}, in chat below "function"; tools without a name are the provider's own.
void readTool(const json::value &value, Prompt &prompt)
{
    const json::value *inner = member(value, "function");
    const json::value &tool = inner ? *inner : value;
    const std::string_view name = textAt(tool, "name");
    if (name.empty())
        return;
    const json::value *schema =
        firstOf(tool, {"parameters", "input_schema", "parametersJsonSchema", "parameters_json_schema"});
    prompt.tools.push_back({std::string(name), schema ? *schema : json::value()});
}

void readTools(const json::value &body, Prompt &prompt)
{
    for (const json::value &tool : listAt(body, "tools")) {
        const json::value *declared = either(tool, "functionDeclarations", "function_declarations");
        if (!declared)
            readTool(tool, prompt);
        for (const json::value &one : listOf(declared))
            readTool(one, prompt);
    }
    for (const json::value &function : listAt(body, "functions")) // chat's older way
        readTool(function, prompt);
}

void readMode(std::string_view mode, Prompt &prompt)
{
    if (mode == "none" || mode == "NONE")
        prompt.choice = ToolChoice::None;
    if (mode == "required" || mode == "any" || mode == "ANY")
        prompt.choice = ToolChoice::Forced;
}

// Leaves the named tools; naming none that is on offer cannot be answered.
void keepTools(const std::vector<std::string_view> &names, Prompt &prompt)
{
    if (names.empty())
        return;
    std::erase_if(
        prompt.tools, [&names](const Tool &tool) { return std::ranges::find(names, tool.name) == names.end(); });
    if (!prompt.tools.empty())
        return;
    prompt.problem = "The tool choice names \"" + std::string(names.front()) + "\", which is not among the tools.";
    prompt.problemParam = "tool_choice";
}

std::string_view nameIn(const json::value &choice)
{
    const json::value *function = member(choice, "function");
    return textAt(function ? *function : choice, "name");
}

void readChoice(const json::value &choice, Prompt &prompt)
{
    const json::value *some = member(choice, "allowed_tools");
    const json::value &allowed = some ? *some : choice;
    const std::string_view mode = textAt(allowed, "mode");
    readMode(choice.is_string() ? textOf(&choice) : mode.empty() ? textAt(choice, "type") : mode, prompt);
    std::vector<std::string_view> names;
    if (const std::string_view name = nameIn(choice); !name.empty()) {
        names.push_back(name);
        prompt.choice = ToolChoice::Forced;
    }
    for (const json::value &one : listAt(allowed, "tools"))
        names.push_back(nameIn(one));
    for (const json::value &one : listOf(either(allowed, "allowedFunctionNames", "allowed_function_names")))
        names.push_back(textOf(&one));
    keepTools(names, prompt);
    const json::value *alone = member(choice, "disable_parallel_tool_use");
    prompt.parallel = prompt.parallel && !(alone && alone->is_bool() && alone->get_bool());
}

// {type: text | json_object | json_schema, and the schema itself or one level down}.
void readFormat(const json::value &format, Prompt &prompt)
{
    const std::string_view type = textAt(format, "type");
    if (type != "json_object" && type != "json_schema")
        return;
    prompt.format = Format::Json;
    const json::value *schema = member(format, "json_schema", "schema");
    if (!schema)
        schema = member(format, "schema");
    if (schema)
        prompt.schema = *schema;
}

void readStops(const json::value *stops, Prompt &prompt)
{
    if (const std::string_view one = textOf(stops); !one.empty())
        prompt.stops.emplace_back(one);
    for (const json::value &stop : listOf(stops)) {
        if (const std::string_view one = textOf(&stop); !one.empty())
            prompt.stops.emplace_back(one);
    }
}

void readSeed(const json::value *seed, Prompt &prompt)
{
    if (seed && seed->is_int64())
        prompt.seed = std::uint64_t(seed->get_int64());
    if (seed && seed->is_uint64())
        prompt.seed = seed->get_uint64();
}

void readGeneration(const json::value &settings, Prompt &prompt)
{
    const std::string_view type = textOf(either(settings, "responseMimeType", "response_mime_type"));
    if (type == "application/json")
        prompt.format = Format::Json;
    if (type == "text/x.enum")
        prompt.format = Format::Enum;
    if (const json::value *schema =
            firstOf(settings, {"responseSchema", "responseJsonSchema", "response_schema", "response_json_schema"}))
        prompt.schema = *schema;
    readStops(either(settings, "stopSequences", "stop_sequences"), prompt);
    readSeed(member(settings, "seed"), prompt);
}

bool isFalse(const json::value *value)
{
    return value && value->is_bool() && !value->get_bool();
}

} // namespace

void readWishes(const json::value &body, Prompt &prompt)
{
    readTools(body, prompt);
    prompt.parallel = !isFalse(member(body, "parallel_tool_calls"));
    prompt.obfuscation = !isFalse(member(body, "stream_options", "include_obfuscation"));
    if (const json::value *choice = firstOf(body, {"tool_choice", "function_call"}))
        readChoice(*choice, prompt);
    const json::value *toolConfig = either(body, "toolConfig", "tool_config");
    const json::value *calling =
        toolConfig ? either(*toolConfig, "functionCallingConfig", "function_calling_config") : nullptr;
    if (calling)
        readChoice(*calling, prompt);
    for (const json::value *format : {member(body, "response_format"), member(body, "text", "format"),
             member(body, "output_format"), member(body, "output_config", "format")}) {
        if (format)
            readFormat(*format, prompt);
    }
    prompt.wantsUrl = textAt(body, "response_format") == "url";
    readStops(firstOf(body, {"stop", "stop_sequences"}), prompt);
    readSeed(member(body, "seed"), prompt);
    if (const json::value *settings = either(body, "generationConfig", "generation_config"))
        readGeneration(*settings, prompt);
}

} // namespace proxy::scripted
