// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/said.h"

namespace proxy::scripted {

namespace {

// One answer or one part of a stream; usage comes in each, the last one counts.
std::string chunk(const Question &question, const std::string &part, const char *finish, std::int64_t output)
{
    const Tokens tokens = tokensFor(question, output);
    JsonOut out;
    out.open('{').key("candidates").open('[').open('{').key("content").open('{').text("role", "model");
    out.key("parts").open('[').raw(part).close(']').close('}');
    if (finish)
        out.text("finishReason", finish);
    out.number("index", std::int64_t(0)).close('}').close(']').key("usageMetadata").open('{');
    out.number("promptTokenCount", *tokens.input).number("candidatesTokenCount", output);
    out.number("totalTokenCount", *tokens.input + output).close('}').text("modelVersion", question.alias);
    return out.text("responseId", question.id.substr(question.id.find('-') + 1)).close('}').take();
}

std::string textPart(const std::string &text)
{
    return "{\"text\":" + quoted(text) + '}';
}

// Calls come whole; what is no JSON cannot be said in this family.
std::string callPart(const Question &question, const Said &said)
{
    const bool broken = question.scenario.fault == Fault::ToolsBadJson;
    return R"({"functionCall":{"id":)" + quoted(said.callId) + R"(,"name":)" + quoted(said.toolName) + R"(,"args":)"
        + (broken ? "{}" : said.arguments) + "}}";
}

std::string listOf(const std::vector<std::string> &chunks)
{
    std::string list = "[";
    for (const std::string &one : chunks)
        list += (list.size() > 1 ? ",\r\n" : "") + one;
    return list + ']';
}

} // namespace

Worded wordGemini(const Question &question, const Said &said)
{
    const char *finish = said.refusal ? "SAFETY" : said.cut ? "MAX_TOKENS" : "STOP";
    const std::string whole = said.tool ? callPart(question, said) : textPart(said.text);
    Worded worded{chunk(question, whole, finish, said.tokens)};
    std::vector<std::string> chunks;
    if (said.tool)
        chunks.push_back(chunk(question, whole, nullptr, said.tokens));
    for (const std::string &piece : said.tool ? std::vector<std::string>() : said.pieces)
        chunks.push_back(chunk(question, textPart(piece), nullptr, std::int64_t(chunks.size()) + 1));
    chunks.push_back(chunk(question, textPart({}), finish, said.tokens));
    worded.tail = 1;
    if (question.scan.stream && !question.sse) {
        worded.plain = listOf(chunks);
        return worded;
    }
    for (const std::string &one : chunks)
        worded.events.push_back("data: " + one + "\r\n\r\n");
    const Refusal failure{500, "The server had an error while processing your request."};
    worded.failure = "data: " + envelope(failure, Family::Gemini, question.requestId) + "\r\n\r\n";
    return worded;
}

} // namespace proxy::scripted
