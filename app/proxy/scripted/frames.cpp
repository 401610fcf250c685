// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/frames.h"
#include "proxy/json_out.h"

namespace proxy::scripted {

namespace {

std::string head(const std::string &id, const char *object, std::int64_t created, const std::string &model)
{
    JsonOut out;
    out.open('{');
    if (!id.empty())
        out.text("id", id);
    return out.text("object", object).number("created", created).text("model", model).take();
}

std::string finishJson(const std::string &finish)
{
    return finish.empty() ? "null" : quoted(finish);
}

} // namespace

std::string Frames::answer(const std::string &message, const std::string &finish, const std::string &usage) const
{
    std::string text = head(m_id, "chat.completion", m_created, m_model) + R"(,"choices":[{"index":0,"message":)"
        + message + R"(,"logprobs":null,"finish_reason":)" + finishJson(finish) + "}]";
    if (!usage.empty())
        text += ",\"usage\":" + usage;
    return text + R"(,"service_tier":"default","system_fingerprint":"fp_scripted"})";
}

std::string Frames::chunk(const std::string &delta, const std::string &finish, const std::string &usage) const
{
    std::string text = head(m_id, "chat.completion.chunk", m_created, m_model)
        + R"(,"system_fingerprint":"fp_scripted","choices":[{"index":0,"delta":)" + delta
        + R"(,"logprobs":null,"finish_reason":)" + finishJson(finish) + "}]";
    if (!usage.empty())
        text += ",\"usage\":" + usage;
    else if (m_usageNull)
        text += ",\"usage\":null";
    return text + '}';
}

std::string Frames::usageChunk(const std::string &usage) const
{
    return head(m_id, "chat.completion.chunk", m_created, m_model)
        + R"(,"system_fingerprint":"fp_scripted","choices":[],"usage":)" + usage + '}';
}

std::string usageJson(const Tokens &tokens)
{
    const std::int64_t input = tokens.input.value_or(0);
    const std::int64_t output = tokens.output.value_or(0);
    JsonOut out;
    out.open('{')
        .number("prompt_tokens", input)
        .number("completion_tokens", output)
        .number("total_tokens", input + output);
    out.key("prompt_tokens_details").open('{').number("cached_tokens", tokens.cached.value_or(0));
    out.number("audio_tokens", std::int64_t(0)).close('}');
    out.key("completion_tokens_details").open('{').number("reasoning_tokens", tokens.reasoning.value_or(0));
    return out.number("audio_tokens", std::int64_t(0)).close('}').close('}').take();
}

std::string textMessage(const std::string &text)
{
    return R"({"role":"assistant","content":)" + quoted(text) + R"(,"refusal":null,"annotations":[]})";
}

std::string refusalMessage(const std::string &text)
{
    return R"({"role":"assistant","content":null,"refusal":)" + quoted(text) + R"(,"annotations":[]})";
}

std::string toolMessage(const std::string &callId, const std::string &name, const std::string &arguments)
{
    return R"({"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":)" + quoted(callId)
        + R"(,"type":"function","function":{"name":)" + quoted(name) + R"(,"arguments":)" + quoted(arguments) + "}}]}";
}

} // namespace proxy::scripted
