// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/body_scan.h"
#include "proxy/json_out.h"
#include "proxy/json_walk.h"
#include <algorithm>
#include <simdjson.h>
#include <strings.h>
#include <vector>

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
        if ((name == "maxOutputTokens" || name == "max_output_tokens") && !field.value().get_int64().get(number))
            scan.maxTokens = number;
        else if ((name == "candidateCount" || name == "candidate_count") && !field.value().get_int64().get(number))
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
    if (name == "generationConfig" || name == "generation_config")
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

// Where the text of a model stands, quotes included.
void addModelSpan(simdjson::simdjson_result<od::value> &&found, std::vector<std::string_view> &spans)
{
    od::value value;
    od::json_type type{};
    if (std::move(found).get(value) || value.type().get(type) || type != od::json_type::string)
        return;
    const std::string_view token = value.raw_json_token();
    spans.push_back(token.substr(0, token.rfind('"') + 1));
}

bool readNumber(std::string_view value, std::optional<std::int64_t> &number)
{
    number = integerOf(value);
    return number.has_value();
}

bool readBool(std::string_view value, bool &flag)
{
    if (value == "true" || value == "false")
        flag = value == "true";
    return value == "true" || value == "false";
}

bool walkModel(std::string_view value, std::string_view body, BodyScan &scan)
{
    const std::optional<std::string_view> name = plainTextOf(value);
    ++scan.models;
    scan.model = name.value_or(std::string_view());
    scan.modelStart = std::size_t(value.data() - body.data());
    scan.modelLength = value.size();
    return name.has_value();
}

// As readField(), of what is usual; false: the parser decides.
bool walkField(std::string_view name, std::string_view value, BodyScan &scan, std::optional<std::int64_t> &older)
{
    std::optional<std::int64_t> number;
    const bool model = name.size() == 5 && strncasecmp(name.data(), "model", 5) == 0;
    if (model || name == "generationConfig" || name == "generation_config")
        return false;
    if (name == "stream_options")
        return value == "null" || value.starts_with('{');
    if (name == "stream")
        return value == "null" || readBool(value, scan.stream);
    if (name == "max_completion_tokens" || name == "max_output_tokens")
        return readNumber(value, scan.maxTokens);
    if (name == "max_tokens")
        return readNumber(value, older);
    if (name == "encoding_format")
        scan.base64 = value.starts_with("\"base64\"");
    else if (name == "tools")
        scan.tools = true;
    else if (name == "n" && readNumber(value, number))
        scan.choices = *number;
    else if (name == "dimensions" && readNumber(value, number))
        scan.dimensions = *number;
    return true;
}

// Of what lies in the body's members only one counts.
bool walkInner(const JsonMember &member, std::string_view outer, BodyScan &scan)
{
    const bool counts = member.depth == 2 && outer == "stream_options" && member.name == "include_usage";
    return !counts || readBool(member.value, scan.includeUsage);
}

// The usual body, walked over without a parser; false when anything about it is not usual.
bool walkBody(std::string_view body, BodyScan &scan)
{
    thread_local std::vector<JsonMember> members; // their memory is used again
    std::optional<std::int64_t> older;
    std::string_view outer;
    bool usual = JsonMembers::list(body, members);
    for (const JsonMember &member : members) {
        const bool top = member.depth == 1;
        const bool model = top && member.name == "model" && member.value.starts_with('"');
        outer = top ? member.name : outer;
        if (model)
            usual = usual && walkModel(member.value, body, scan);
        else if (top)
            usual = usual && walkField(member.name, member.value, scan, older);
        else
            usual = usual && walkInner(member, outer, scan);
    }
    scan.empty = members.empty();
    if (!scan.maxTokens)
        scan.maxTokens = older;
    return usual;
}

} // namespace

BodyScan scanBody(const char *body, std::size_t size, std::size_t capacity)
{
    // One parser a thread: its buffers are reused.
    thread_local od::parser parser;
    BodyScan scan;
    scan.firstMember = std::string_view(body, size).find('{') + 1;
    scan.valid = walkBody({body, size}, scan);
    if (scan.valid)
        return scan;
    scan = {};
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

std::string withGeminiModel(const char *body, std::size_t size, std::size_t capacity, const std::string &model)
{
    std::vector<std::string_view> spans;
    thread_local od::parser parser;
    od::document document;
    od::array requests;
    if (!parser.iterate(simdjson::padded_string_view(body, size, capacity)).get(document)) {
        addModelSpan(document.find_field_unordered("model"), spans);
        const bool alive = document.is_alive(); // after bad JSON it gave up, and cannot go back
        if (alive)
            document.rewind();
        if (alive && !document.find_field_unordered("requests").get_array().get(requests)) {
            for (auto request : requests)
                addModelSpan(request.find_field_unordered("model"), spans);
        }
    }
    std::ranges::sort(spans, {}, &std::string_view::data);
    std::string text;
    const char *at = body;
    for (const std::string_view span : spans) {
        text.append(at, span.data()).append(proxy::quoted(model));
        at = span.data() + span.size();
    }
    return text.append(at, body + size);
}

std::size_t jsonPadding()
{
    return simdjson::SIMDJSON_PADDING;
}

} // namespace proxy
