// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/body_scan.h"
#include <simdjson.h>
#include <strings.h>

namespace proxy {

namespace od = simdjson::ondemand;

namespace {

// Never throws, whatever stands there.
bool isNull(od::value value)
{
    bool null = false;
    return !value.is_null().get(null) && null;
}

bool readModel(od::value value, const char *body, BodyScan &scan)
{
    ++scan.models;
    std::string_view token = value.raw_json_token();
    const std::size_t close = token.rfind('"');
    std::string_view name;
    if (close == std::string_view::npos || value.get_string().get(name))
        return false;
    scan.modelStart = std::size_t(token.data() - body);
    scan.modelLength = close + 1;
    scan.model = name;
    return true;
}

bool readStreamOptions(od::value value, BodyScan &scan)
{
    if (isNull(value))
        return true;
    od::object options;
    if (value.get_object().get(options))
        return false;
    for (auto field : options) {
        bool wanted = false;
        od::raw_json_string name;
        if (field.key().get(name))
            return false;
        if (name == "include_usage" && !field.value().get_bool().get(wanted))
            scan.includeUsage = wanted;
    }
    return true;
}

// Gemini's settings.
bool readGeneration(od::value value, BodyScan &scan)
{
    od::object settings;
    if (value.get_object().get(settings))
        return false;
    // Member by member: a second look-up after one that failed would fall over.
    for (auto field : settings) {
        std::int64_t number = 0;
        od::raw_json_string name;
        if (field.key().get(name))
            return false;
        if (name == "maxOutputTokens" && !field.value().get_int64().get(number))
            scan.maxTokens = number;
        else if (name == "candidateCount" && !field.value().get_int64().get(number))
            scan.choices = number;
    }
    return true;
}

bool readField(od::field &field, const char *body, BodyScan &scan, std::optional<std::int64_t> &older)
{
    // Unescaped, and any case of it counted: another parser may take "mod\u0065l" or "Model" for the model.
    std::string_view name;
    if (field.unescaped_key().get(name))
        return false;
    od::value value = field.value();
    std::int64_t number = 0;
    if (name == "model")
        return readModel(value, body, scan);
    if (name.size() == 5 && strncasecmp(name.data(), "model", 5) == 0)
        ++scan.models;
    if (name == "stream")
        return isNull(value) || !value.get_bool().get(scan.stream);
    if (name == "stream_options")
        return readStreamOptions(value, scan);
    if (name == "generationConfig")
        return readGeneration(value, scan);
    if ((name == "max_completion_tokens" || name == "max_output_tokens") && !value.get_int64().get(number))
        scan.maxTokens = number;
    else if (name == "max_tokens" && !value.get_int64().get(number))
        older = number;
    else if (name == "n" && !value.get_int64().get(number))
        scan.choices = number;
    else if (name == "tools")
        scan.tools = true;
    else if (name == "encoding_format")
        scan.base64 = std::string_view(value.raw_json_token()).starts_with("\"base64\"");
    else if (name == "dimensions" && !value.get_int64().get(number))
        scan.dimensions = number;
    return true;
}

bool readFields(od::document &document, const char *body, BodyScan &scan)
{
    od::object object;
    if (document.get_object().get(object))
        return false;
    std::optional<std::int64_t> older;
    for (auto field : object) {
        od::field one;
        scan.empty = false;
        if (std::move(field).get(one) || !readField(one, body, scan, older))
            return false;
    }
    if (!scan.maxTokens)
        scan.maxTokens = older;
    // Something behind the object is no JSON body.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

// The text of a content: a string, or the text parts of a list.
void readContent(od::value content, std::string &text)
{
    std::string_view plain;
    od::array parts;
    if (!content.get_string().get(plain)) {
        text += plain;
        return;
    }
    if (content.get_array().get(parts))
        return;
    for (auto part : parts) {
        if (!part["text"].get_string().get(plain))
            text += plain;
    }
}

void readMessage(od::object message, Prompt &prompt)
{
    std::string role;
    std::string text;
    for (auto field : message) {
        std::string_view name;
        od::value value;
        if (field.unescaped_key().get(name) || field.value().get(value))
            return;
        std::string_view word;
        if (name == "role" && !value.get_string().get(word))
            role = word;
        else if (name == "content")
            readContent(value, text);
    }
    prompt.bytes += std::int64_t(text.size());
    prompt.toolResult = role == "tool";
    if (role == "user")
        prompt.lastUser = std::move(text);
}

} // namespace

BodyScan scanBody(const char *body, std::size_t size, std::size_t capacity)
{
    // One parser a thread: its buffers are reused.
    thread_local od::parser parser;
    BodyScan scan;
    od::document document;
    scan.firstMember = std::string_view(body, size).find('{') + 1;
    scan.valid = !parser.iterate(simdjson::padded_string_view(body, size, capacity)).get(document)
        && readFields(document, body, scan);
    if (!scan.valid)
        scan.problem =
            "We could not parse the JSON body of your request. It must be one JSON object with a text \"model\", "
            "a list \"messages\" and a true or false \"stream\".";
    return scan;
}

Prompt readPrompt(std::string_view body)
{
    thread_local od::parser parser;
    const simdjson::padded_string padded(body);
    Prompt prompt;
    od::document document;
    if (parser.iterate(padded).get(document))
        return prompt;
    od::array messages;
    if (!document["messages"].get_array().get(messages)) {
        for (auto message : messages) {
            od::object object;
            if (!message.get_object().get(object))
                readMessage(object, prompt);
        }
    }
    if (!document.is_alive()) // the messages are no JSON: it gave up, and cannot go back
        return prompt;
    document.rewind();
    od::array tools;
    std::string_view name;
    if (!document["tools"].get_array().get(tools) && !tools.at(0)["function"]["name"].get_string().get(name))
        prompt.toolName = name;
    return prompt;
}

std::size_t jsonPadding()
{
    return simdjson::SIMDJSON_PADDING;
}

} // namespace proxy
