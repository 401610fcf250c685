// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

namespace {

// Words one answer of the Responses API: an object, or events with rising numbers.
class ResponsesWriter final
{
public:
    ResponsesWriter(const Question &question, const Said &said)
        : m_question(question), m_said(said), m_tail(question.idTail())
    {}

    std::string object(const char *status) const
    {
        const bool running = status == std::string_view("in_progress");
        JsonOut out;
        out.open('{').text("id", "resp_" + m_tail).text("object", "response");
        out.number("created_at", m_question.created).text("status", status).key("error").null();
        out.key("incomplete_details");
        const char *reason = m_said.cut ? "max_output_tokens" : "content_filter";
        incomplete() && !running ? out.open('{').text("reason", reason).close('}') : out.null();
        out.key("instructions").null().text("model", m_question.alias).key("output").open('[');
        for (const std::string &item : running ? std::vector<std::string>() : items())
            out.raw(item);
        out.close(']').key("parallel_tool_calls").boolean(m_question.prompt.parallel);
        out.number("temperature", std::int64_t(1)).text("tool_choice", choice()).key("tools").open('[').close(']');
        out.number("top_p", std::int64_t(1)).key("metadata").open('{').close('}').key("usage");
        if (running || m_question.fault() == Fault::NoUsage)
            return out.null().close('}').take();
        return out.raw(usage()).close('}').take();
    }

    Worded worded()
    {
        Worded worded{object(status())};
        if (!m_question.scan.stream)
            return worded;
        add("response.created", "\"response\":" + object("in_progress"));
        add("response.in_progress", "\"response\":" + object("in_progress"));
        addThoughts();
        for (const ToolCall &call : m_said.calls)
            addCall(call);
        if (speaks())
            addText();
        worded.events = std::exchange(m_events, {});
        const char *last = incomplete() ? "response.incomplete" : "response.completed";
        worded.done = {event(last, worded.events.size(), "\"response\":" + object(status()))};
        worded.failure = event("error", worded.events.size(),
            R"("code":"server_error","message":)" + quoted(failureText) + R"(,"param":null)");
        return worded;
    }

private:
    bool incomplete() const { return m_said.cut || m_said.filtered; }
    const char *status() const { return incomplete() ? "incomplete" : "completed"; }
    bool speaks() const { return m_said.calls.empty() && m_question.fault() != Fault::ReasoningOnly; }

    const char *choice() const
    {
        const ToolChoice choice = m_question.prompt.choice;
        return choice == ToolChoice::None ? "none" : choice == ToolChoice::Forced ? "required" : "auto";
    }

    std::string messageId() const { return "msg_" + m_tail; }
    std::string thoughtId() const { return "rs_" + m_tail; }
    static std::string itemId(const ToolCall &call) { return "fc_" + call.id.substr(call.id.find('_') + 1); }

    std::vector<std::string> items() const
    {
        std::vector<std::string> all;
        if (!m_said.thoughts.empty())
            all.push_back(thoughtItem("completed", true));
        for (const ToolCall &call : m_said.calls)
            all.push_back(callItem(call, "completed", true));
        if (speaks())
            all.push_back(textItem("completed", true));
        return all;
    }

    std::string part(bool whole) const
    {
        const std::string text = quoted(whole ? m_said.text : std::string());
        return m_said.refusal ? R"({"type":"refusal","refusal":)" + text + '}'
                              : R"({"type":"output_text","text":)" + text + R"(,"annotations":[],"logprobs":[]})";
    }

    static std::string summary(const std::string &text)
    {
        return R"({"type":"summary_text","text":)" + quoted(text) + '}';
    }

    std::string thoughtItem(const char *status, bool whole) const
    {
        JsonOut out;
        out.open('{').text("id", thoughtId()).text("type", "reasoning").text("status", status);
        out.key("summary").open('[');
        if (whole)
            out.raw(summary(m_said.thoughts));
        return out.close(']').close('}').take();
    }

    static std::string callItem(const ToolCall &call, const char *status, bool whole)
    {
        JsonOut out;
        out.open('{').text("id", itemId(call)).text("status", status).text("type", "function_call");
        out.text("call_id", call.id).text("name", call.name);
        return out.text("arguments", whole ? call.arguments : std::string()).close('}').take();
    }

    std::string textItem(const char *status, bool whole) const
    {
        JsonOut out;
        out.open('{').text("id", messageId()).text("status", status).text("type", "message");
        out.text("role", "assistant").key("content").open('[');
        if (whole)
            out.raw(part(true));
        return out.close(']').close('}').take();
    }

    std::string usage() const
    {
        const Tokens tokens = usageOf(m_question, {m_said});
        JsonOut out;
        out.open('{').number("input_tokens", *tokens.input).key("input_tokens_details").open('{');
        out.number("cached_tokens", *tokens.cached).close('}').number("output_tokens", *tokens.output);
        out.key("output_tokens_details").open('{').number("reasoning_tokens", *tokens.reasoning).close('}');
        return out.number("total_tokens", *tokens.input + *tokens.output).close('}').take();
    }

    std::string place() const { return "\"output_index\":" + std::to_string(m_index) + ','; }
    std::string place(const std::string &id) const { return "\"item_id\":" + quoted(id) + ',' + place(); }

    void addThoughts()
    {
        if (m_said.thoughts.empty())
            return;
        const std::string at = place(thoughtId()) + R"("summary_index":0,)";
        add("response.output_item.added", place() + "\"item\":" + thoughtItem("in_progress", false));
        add("response.reasoning_summary_part.added", at + "\"part\":" + summary({}));
        for (const std::string &piece : m_said.thoughtPieces)
            add("response.reasoning_summary_text.delta", at + "\"delta\":" + quoted(piece));
        add("response.reasoning_summary_text.done", at + "\"text\":" + quoted(m_said.thoughts));
        add("response.reasoning_summary_part.done", at + "\"part\":" + summary(m_said.thoughts));
        add("response.output_item.done", place() + "\"item\":" + thoughtItem("completed", true));
        ++m_index;
    }

    void addCall(const ToolCall &call)
    {
        const std::string at = place(itemId(call));
        add("response.output_item.added", place() + "\"item\":" + callItem(call, "in_progress", false));
        for (const std::string &piece : call.pieces)
            add("response.function_call_arguments.delta", at + "\"delta\":" + quoted(piece));
        add("response.function_call_arguments.done",
            at + "\"name\":" + quoted(call.name) + ",\"arguments\":" + quoted(call.arguments));
        add("response.output_item.done", place() + "\"item\":" + callItem(call, "completed", true));
        ++m_index;
    }

    void addText()
    {
        const std::string at = place(messageId()) + R"("content_index":0,)";
        const std::string name = m_said.refusal ? "response.refusal" : "response.output_text";
        const std::string logprobs = m_said.refusal ? "" : R"(,"logprobs":[])";
        add("response.output_item.added", place() + "\"item\":" + textItem("in_progress", false));
        add("response.content_part.added", at + "\"part\":" + part(false));
        const std::string delta = at + "\"delta\":";
        for (const std::string &piece : m_said.pieces)
            add(name + ".delta", std::string(delta).append(quoted(piece)).append(logprobs));
        const std::string member = m_said.refusal ? "\"refusal\":" : "\"text\":";
        add(name + ".done", at + member + quoted(m_said.text) + logprobs);
        add("response.content_part.done", at + "\"part\":" + part(true));
        add("response.output_item.done", place() + "\"item\":" + textItem("completed", true));
    }

    static std::string event(const std::string &type, std::size_t number, const std::string &members)
    {
        return "event: " + type + "\ndata: {\"type\":" + quoted(type) + ",\"sequence_number\":" + std::to_string(number)
            + ',' + members + "}\n\n";
    }

    void add(const std::string &type, const std::string &members)
    {
        m_events.push_back(event(type, m_events.size(), members));
    }

    const Question &m_question;
    const Said &m_said;
    std::string m_tail; // of all ids
    std::size_t m_index = 0; // of the running item
    std::vector<std::string> m_events;
};

} // namespace

Worded wordResponses(const Question &question, const Said &said)
{
    return ResponsesWriter(question, said).worded();
}

} // namespace proxy::scripted
