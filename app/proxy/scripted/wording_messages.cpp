// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

namespace {

constexpr const char *signature = "c2NyaXB0ZWQ="; // of a thought that nobody had

std::string event(const std::string &type, const std::string &members)
{
    const std::string rest = members.empty() ? members : ',' + members;
    return "event: " + type + "\ndata: {\"type\":\"" + type + '"' + rest + "}\n\n";
}

// Words one answer of Anthropic's Messages: an object of content blocks, or their events.
class MessagesWriter final
{
public:
    MessagesWriter(const Question &question, const Said &said) : m_question(question), m_said(said) {}

    Worded worded()
    {
        Worded worded{message(true)};
        if (!m_question.scan.stream)
            return worded;
        m_events.push_back(event("message_start", "\"message\":" + message(false)));
        addThoughts();
        for (const ToolCall &call : m_said.calls)
            addBlock(toolBlock(call, false), "input_json_delta", "partial_json", call.pieces);
        if (m_said.calls.empty() && !m_said.pieces.empty())
            addBlock(textBlock({}), "text_delta", "text", m_said.pieces);
        worded.events = std::move(m_events);
        worded.finish = {event("message_delta", "\"delta\":{" + stop() + "}" + outputUsage())};
        worded.done = {event("message_stop", {})};
        worded.failure =
            "event: error\ndata: " + envelope({500, failureText}, Family::Messages, m_question.requestId) + "\n\n";
        return worded;
    }

private:
    bool tellsUsage() const { return m_question.fault() != Fault::NoUsage; }

    std::string reason() const
    {
        if (m_question.fault() == Fault::OddFinish)
            return "error";
        if (!m_said.calls.empty())
            return m_question.fault() == Fault::ToolsStop ? "end_turn" : "tool_use";
        if (m_said.refusal || m_said.filtered)
            return "refusal";
        return m_said.cut ? "max_tokens" : m_said.stop.empty() ? "end_turn" : "stop_sequence";
    }

    // "stop_reason":...,"stop_sequence":...
    std::string stop() const
    {
        return "\"stop_reason\":" + quoted(reason())
            + ",\"stop_sequence\":" + (m_said.stop.empty() ? "null" : quoted(m_said.stop));
    }

    std::string outputUsage() const
    {
        return tellsUsage() ? ",\"usage\":{\"output_tokens\":" + std::to_string(m_said.tokens) + '}' : std::string();
    }

    static std::string textBlock(const std::string &text) { return R"({"type":"text","text":)" + quoted(text) + '}'; }

    static std::string thoughtBlock(const std::string &text, const char *proof)
    {
        return R"({"type":"thinking","thinking":)" + quoted(text) + ",\"signature\":" + quoted(proof) + '}';
    }

    // Broken arguments are no JSON: whole answers then carry none of them.
    std::string toolBlock(const ToolCall &call, bool whole) const
    {
        const bool broken = m_question.fault() == Fault::ToolsBadJson;
        return R"({"type":"tool_use","id":)" + quoted(call.id) + ",\"name\":" + quoted(call.name)
            + ",\"input\":" + (whole && !broken ? call.arguments : "{}") + '}';
    }

    void addBlocks(JsonOut &out) const
    {
        if (!m_said.thoughts.empty())
            out.raw(thoughtBlock(m_said.thoughts, signature));
        for (const ToolCall &call : m_said.calls)
            out.raw(toolBlock(call, true));
        if (m_said.calls.empty() && !m_said.text.empty())
            out.raw(textBlock(m_said.text));
    }

    // Its input excludes what was read from the cache.
    void addUsage(JsonOut &out, bool whole) const
    {
        const Tokens tokens = usageOf(m_question, {m_said});
        out.key("usage").open('{').number("input_tokens", *tokens.input - *tokens.cached);
        out.number("cache_creation_input_tokens", std::int64_t(0)).number("cache_read_input_tokens", *tokens.cached);
        out.number("output_tokens", whole ? *tokens.output : std::int64_t(1)).text("service_tier", "standard");
        out.close('}');
    }

    std::string message(bool whole) const
    {
        JsonOut out;
        out.open('{');
        if (m_question.fault() != Fault::NoId)
            out.text("id", "msg_" + (m_question.fault() == Fault::SameId ? "cached" : m_question.idTail()));
        out.text("type", "message").text("role", "assistant").text("model", m_question.alias);
        out.key("content").open('[');
        if (whole)
            addBlocks(out);
        out.close(']');
        if (tellsUsage())
            addUsage(out, whole);
        const std::string start = out.take();
        return start + ',' + (whole ? stop() : R"("stop_reason":null,"stop_sequence":null)") + '}';
    }

    void addThoughts()
    {
        if (m_said.thoughts.empty())
            return;
        addBlock(thoughtBlock({}, ""), "thinking_delta", "thinking", m_said.thoughtPieces);
        const std::string end = m_events.back();
        m_events.back() = delta(m_index - 1, "signature_delta", "signature", signature);
        m_events.push_back(end);
    }

    static std::string delta(std::size_t index, const char *type, const char *member, const std::string &piece)
    {
        return event("content_block_delta",
            "\"index\":" + std::to_string(index) + R"(,"delta":{"type":")" + type + "\",\"" + member
                + "\":" + quoted(piece) + '}');
    }

    void addBlock(
        const std::string &block, const char *type, const char *member, const std::vector<std::string> &pieces)
    {
        const std::string at = "\"index\":" + std::to_string(m_index);
        m_events.push_back(event("content_block_start", at + ",\"content_block\":" + block));
        if (m_index == 0)
            m_events.push_back(event("ping", {}));
        for (const std::string &piece : pieces)
            m_events.push_back(delta(m_index, type, member, piece));
        m_events.push_back(event("content_block_stop", at));
        ++m_index;
    }

    const Question &m_question;
    const Said &m_said;
    std::size_t m_index = 0; // of the running block
    std::vector<std::string> m_events;
};

} // namespace

Worded wordMessages(const Question &question, const Said &said)
{
    return MessagesWriter(question, said).worded();
}

} // namespace proxy::scripted
