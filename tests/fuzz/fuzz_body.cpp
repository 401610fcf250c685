// SPDX-License-Identifier: GPL-3.0-or-later
// A request's JSON body: what the gateway reads of it, and the splice of the model's name.
#include "fuzz/fuzz.h"
#include "proxy/body_scan.h"
#include "proxy/json_out.h"
#include "proxy/scripted/prompts.h"
#include "proxy/scripted/schema.h"
#include <boost/json.hpp>
#include <memory>

namespace {

namespace json = boost::json;
using proxy::BodyScan;

// The scan of exactly these bytes: the sanitizer sees every read beyond the padding.
BodyScan scanOf(std::string_view body)
{
    const std::size_t capacity = body.size() + proxy::jsonPadding();
    const std::unique_ptr<char[]> bytes(new char[capacity]());
    body.copy(bytes.get(), body.size());
    return proxy::scanBody(bytes.get(), body.size(), capacity);
}

bool sameButModel(const BodyScan &a, const BodyScan &b)
{
    return a.valid == b.valid && a.models == b.models && a.modelStart == b.modelStart && a.stream == b.stream
        && a.includeUsage == b.includeUsage && a.maxTokens == b.maxTokens && a.choices == b.choices
        && a.tools == b.tools && a.base64 == b.base64 && a.dimensions == b.dimensions;
}

// The bytes that go upstream: another name in the place of the model's, everything else as it came.
void splice(std::string_view body, const BodyScan &scan)
{
    const std::size_t end = scan.modelStart + scan.modelLength;
    fuzz::holds(scan.modelLength >= 2 && end <= body.size(), "the model's span lies in the body");
    fuzz::holds(body[scan.modelStart] == '"' && body[end - 1] == '"', "the span begins and ends with quotes");
    const std::string name = "other/\"model\"\n\xc3\xa9";
    const std::string sent =
        std::string(body.substr(0, scan.modelStart)) + proxy::quoted(name) + std::string(body.substr(end));
    const BodyScan again = scanOf(sent);
    fuzz::holds(again.valid && again.model == name, "the spliced body names the new model");
    fuzz::holds(sameButModel(scan, again), "the splice leaves all other members as they were");
}

bool isKind(const json::object &object, std::string_view name, json::kind kind, bool orNull)
{
    const json::value *value = object.if_contains(json::string_view(name.data(), name.size()));
    return !value || value->kind() == kind || (orNull && value->is_null());
}

// Members may be there twice: the last one is what this parser keeps.
void compare(const json::object &object, const BodyScan &scan)
{
    const bool right = isKind(object, "model", json::kind::string, false)
        && isKind(object, "stream", json::kind::bool_, true)
        && isKind(object, "stream_options", json::kind::object, true)
        && isKind(object, "generationConfig", json::kind::object, false);
    const json::value *model = object.if_contains("model");
    const json::value *stream = object.if_contains("stream");
    if (!scan.valid)
        return;
    fuzz::holds(right, "a valid body's members have the right types");
    fuzz::holds(scan.empty == object.empty(), "no members are no members");
    if (model && scan.models == 1)
        fuzz::holds(std::string_view(model->get_string()) == scan.model, "both parsers read the same model");
    if (stream && stream->is_bool() && object.size() > 0)
        fuzz::holds(scan.stream == stream->get_bool(), "both parsers read the same stream");
}

// Gemini's embeddings name the model in the body too, once or many times.
void renamed(std::string_view body, bool isJson)
{
    const std::size_t capacity = body.size() + proxy::jsonPadding();
    const std::unique_ptr<char[]> bytes(new char[capacity]());
    body.copy(bytes.get(), body.size());
    const std::string sent = proxy::withGeminiModel(bytes.get(), body.size(), capacity, "models/other");
    json::error_code failed;
    json::parse(sent, failed);
    fuzz::holds(!isJson || !failed, "a body with another model is JSON as before");
}

// What a scripted model reads of it, and what it says by a schema.
void prompted(proxy::Family family, std::string_view body)
{
    namespace scripted = proxy::scripted;
    const std::optional<scripted::Prompt> prompt = scripted::promptOf(family, body);
    if (!prompt)
        return;
    fuzz::holds(prompt->bytes >= std::int64_t(prompt->lastUser.size()), "the last message is one of all");
    fuzz::holds(scripted::inputTokens(*prompt) >= 0, "no prompt has less than no tokens");
    constexpr std::size_t most = 1U << 20;
    fuzz::holds(json::serialize(scripted::instanceOf(prompt->schema, prompt->seed)).size() < most,
        "an answer is bounded whatever its schema says");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body = fuzz::textOf(data, size);
    const BodyScan scan = scanOf(body);
    fuzz::holds(scan.valid == scan.problem.empty(), "a refused body says why");
    json::error_code failed;
    const json::value parsed = json::parse({body.data(), body.size()}, failed);
    if (!failed && parsed.is_object())
        compare(parsed.get_object(), scan);
    if (scan.valid && scan.models == 1 && scan.modelLength > 0)
        splice(body, scan);
    renamed(body, !failed);
    using proxy::Family;
    for (const Family family : {Family::Chat, Family::Responses, Family::Messages, Family::Gemini, Family::Embeddings,
             Family::Completions, Family::Images})
        prompted(family, body);
    return 0;
}
