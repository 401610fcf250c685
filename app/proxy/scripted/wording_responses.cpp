// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/said.h"

namespace proxy::scripted {

namespace {

// Words one answer of the Responses API: an object, or events with rising numbers.
class ResponsesWriter final
{
public:
    ResponsesWriter(const Question &question, const Said &said)
        : m_question(question)
        , m_said(said)
        , m_tail(question.id.substr(question.id.find('-') + 1))
        , m_itemId((said.tool ? "fc_" : "msg_") + m_tail)
    {}

    std::string object(const char *status) const
    {
        const bool running = status == std::string_view("in_progress");
        JsonOut out;
        out.open('{').text("id", "resp_" + m_tail).text("object", "response");
        out.number("created_at", m_question.created).text("status", status).key("error").null();
        out.key("incomplete_details");
        m_said.cut && !running ? out.open('{').text("reason", "max_output_tokens").close('}') : out.null();
        out.key("instructions").null().text("model", m_question.alias).key("output").open('[');
        if (!running)
            out.raw(item("completed", true));
        out.close(']').key("parallel_tool_calls").boolean(true).number("temperature", std::int64_t(1));
        out.text("tool_choice", "auto").key("tools").open('[').close(']').number("top_p", std::int64_t(1));
        out.key("metadata").open('{').close('}').key("usage");
        if (running)
            return out.null().close('}').take();
        return out.raw(usage()).close('}').take();
    }

    std::vector<std::string> events()
    {
        add("response.created", "\"response\":" + object("in_progress"));
        add("response.in_progress", "\"response\":" + object("in_progress"));
        add("response.output_item.added", R"("output_index":0,"item":)" + item("in_progress", false));
        m_said.tool ? addArguments() : addText();
        add("response.output_item.done", R"("output_index":0,"item":)" + item("completed", true));
        add(m_said.cut ? "response.incomplete" : "response.completed", "\"response\":" + object(finalStatus()));
        return std::move(m_events);
    }

    const char *finalStatus() const { return m_said.cut ? "incomplete" : "completed"; }

private:
    std::string part(bool whole) const
    {
        const std::string text = quoted(whole ? m_said.text : std::string());
        return m_said.refusal ? R"({"type":"refusal","refusal":)" + text + '}'
                              : R"({"type":"output_text","text":)" + text + R"(,"annotations":[],"logprobs":[]})";
    }

    std::string item(const char *status, bool whole) const
    {
        JsonOut out;
        out.open('{').text("id", m_itemId).text("status", status);
        if (m_said.tool) {
            out.text("type", "function_call").text("call_id", m_said.callId).text("name", m_said.toolName);
            return out.text("arguments", whole ? m_said.arguments : std::string()).close('}').take();
        }
        out.text("type", "message").text("role", "assistant").key("content").open('[');
        if (whole)
            out.raw(part(true));
        return out.close(']').close('}').take();
    }

    std::string usage() const
    {
        const Tokens tokens = tokensFor(m_question, m_said.tokens);
        JsonOut out;
        out.open('{').number("input_tokens", *tokens.input).key("input_tokens_details").open('{');
        out.number("cached_tokens", std::int64_t(0)).close('}').number("output_tokens", *tokens.output);
        out.key("output_tokens_details").open('{').number("reasoning_tokens", std::int64_t(0)).close('}');
        return out.number("total_tokens", *tokens.input + *tokens.output).close('}').take();
    }

    void addText()
    {
        const std::string at = R"("item_id":)" + quoted(m_itemId) + R"(,"output_index":0,"content_index":0,)";
        const std::string name = m_said.refusal ? "response.refusal" : "response.output_text";
        const std::string logprobs = m_said.refusal ? "" : R"(,"logprobs":[])";
        add("response.content_part.added", at + "\"part\":" + part(false));
        for (const std::string &piece : m_said.pieces)
            add(name + ".delta", at + "\"delta\":" + quoted(piece) + logprobs);
        const std::string member = m_said.refusal ? "\"refusal\":" : "\"text\":";
        add(name + ".done", at + member + quoted(m_said.text) + logprobs);
        add("response.content_part.done", at + "\"part\":" + part(true));
    }

    void addArguments()
    {
        const std::string at = R"("item_id":)" + quoted(m_itemId) + R"(,"output_index":0,)";
        for (const std::string &piece : m_said.pieces)
            add("response.function_call_arguments.delta", at + "\"delta\":" + quoted(piece));
        add("response.function_call_arguments.done",
            at + "\"name\":" + quoted(m_said.toolName) + ",\"arguments\":" + quoted(m_said.arguments));
    }

    void add(const std::string &type, const std::string &members)
    {
        m_events.push_back("event: " + type + "\ndata: {\"type\":" + quoted(type)
            + ",\"sequence_number\":" + std::to_string(m_events.size()) + ',' + members + "}\n\n");
    }

    const Question &m_question;
    const Said &m_said;
    std::string m_tail; // of all ids
    std::string m_itemId;
    std::vector<std::string> m_events;
};

} // namespace

Worded wordResponses(const Question &question, const Said &said)
{
    ResponsesWriter writer(question, said);
    Worded worded{writer.object(writer.finalStatus()), writer.events(), 1};
    worded.failure = "event: error\ndata: {\"type\":\"error\",\"sequence_number\":9999,\"code\":\"server_error\","
                     "\"message\":\"The server had an error while processing your request.\",\"param\":null}\n\n";
    return worded;
}

} // namespace proxy::scripted
