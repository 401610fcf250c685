// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

namespace {

std::string event(const std::string &data)
{
    return "data: " + data + "\n\n";
}

// Words one answer of chat completions, or of the older completions: the object, or the chunks of a stream.
class ChatWriter final
{
public:
    ChatWriter(const Question &question, const std::vector<Said> &all)
        : m_question(question), m_all(all), m_fault(question.fault()), m_older(question.family() == Family::Completions)
    {}

    Worded worded()
    {
        Worded worded{plain()};
        if (!m_question.scan.stream)
            return worded;
        if (m_fault == Fault::AzureFirst)
            worded.events.push_back(event(chunk("[]", R"(,"prompt_filter_results":[{"prompt_index":0}])")));
        addPieces(worded.events);
        for (std::size_t i = 0; i < m_all.size(); ++i)
            worded.finish.push_back(event(finishChunk(i)));
        if (usageChunkWanted())
            worded.usage.push_back(
                event(chunk(m_fault == Fault::UsageWithChoice ? R"([{"index":0,"delta":{}}])" : "[]", usage())));
        worded.done.push_back(event("[DONE]"));
        worded.failure = failure();
        return worded;
    }

private:
    std::string plain()
    {
        std::string choices = "[";
        for (std::size_t i = 0; i < m_all.size(); ++i)
            choices += (i ? "," : "") + choice(i, whole(m_all[i]), m_fault == Fault::NoFinish ? "" : finish(m_all[i]));
        std::string text = head(m_older ? "text_completion" : "chat.completion") + ",\"choices\":" + choices + ']';
        if (m_fault != Fault::NoUsage)
            text += usage();
        return text + R"(,"service_tier":"default","system_fingerprint":"fp_scripted"})";
    }

    // The pieces of all choices in turn.
    void addPieces(std::vector<std::string> &events)
    {
        std::vector<std::vector<std::string>> lists;
        std::size_t longest = 0;
        for (const Said &said : m_all) {
            lists.push_back(members(said));
            longest = std::max(longest, lists.back().size());
        }
        for (std::size_t round = 0; round < longest; ++round) {
            for (std::size_t i = 0; i < lists.size(); ++i) {
                if (round < lists[i].size())
                    events.push_back(event(chunk('[' + choice(i, lists[i][round], "") + ']', {})));
            }
        }
    }

    // "delta":{...} or "text":"..." of each piece.
    std::vector<std::string> members(const Said &said) const
    {
        std::vector<std::string> all;
        for (const std::string &delta : m_older ? said.pieces : deltasOf(said, m_fault))
            all.push_back(m_older ? "\"text\":" + quoted(delta) : "\"delta\":" + delta);
        return all;
    }

    std::string whole(const Said &said) const
    {
        return m_older ? "\"text\":" + quoted(said.text) : "\"message\":" + messageOf(said);
    }

    std::string choice(std::size_t index, const std::string &member, const std::string &finish) const
    {
        return "{\"index\":" + std::to_string(index) + ',' + member
            + ",\"logprobs\":null,\"finish_reason\":" + (finish.empty() ? "null" : quoted(finish)) + '}';
    }

    std::string finishChunk(std::size_t index)
    {
        const std::string last =
            '[' + choice(index, m_older ? R"("text":"")" : R"("delta":{})", finish(m_all[index])) + ']';
        return chunk(last, m_fault == Fault::UsageInFinish ? usage() : std::string());
    }

    std::string finish(const Said &said) const
    {
        if (m_fault == Fault::OddFinish)
            return "error";
        if (!said.calls.empty())
            return m_fault == Fault::ToolsStop ? "stop" : "tool_calls";
        return said.cut ? "length" : said.filtered ? "content_filter" : "stop";
    }

    bool usageChunkWanted() const
    {
        const bool asked = m_question.scan.includeUsage || m_fault == Fault::UsageUnasked;
        return asked && m_fault != Fault::NoUsage && m_fault != Fault::UsageInFinish;
    }

    // One chunk; more: further members. Until the usage comes, chunks say that it will.
    std::string chunk(const std::string &choices, const std::string &more)
    {
        std::string text = head(m_older ? "text_completion" : "chat.completion.chunk")
            + R"(,"system_fingerprint":"fp_scripted","choices":)" + choices + more;
        if (m_fault == Fault::Obfuscation && m_question.prompt.obfuscation)
            text += ",\"obfuscation\":\"" + std::string(8 + m_chunks % 9, 'x') + '"';
        if (m_question.scan.includeUsage && usageChunkWanted() && more.find("\"usage\"") == std::string::npos)
            text += ",\"usage\":null";
        ++m_chunks;
        return text + '}';
    }

    std::string head(const char *object) const
    {
        JsonOut out;
        out.open('{');
        if (m_fault != Fault::NoId)
            out.text("id", id());
        return out.text("object", object).number("created", m_question.created).text("model", m_question.alias).take();
    }

    std::string id() const
    {
        const std::string start = m_older ? "cmpl-" : "chatcmpl-";
        if (m_fault == Fault::SameId)
            return start + "cached";
        const bool each = m_fault == Fault::DuplicateId && m_question.scan.stream;
        return start + m_question.idTail() + (each ? '-' + std::to_string(m_chunks) : std::string());
    }

    std::string usage() const
    {
        const Tokens tokens = usageOf(m_question, m_all);
        JsonOut out;
        out.open('{').number("prompt_tokens", *tokens.input).number("completion_tokens", *tokens.output);
        out.number("total_tokens", *tokens.input + *tokens.output);
        out.key("prompt_tokens_details").open('{').number("cached_tokens", *tokens.cached);
        out.number("audio_tokens", std::int64_t(0)).close('}');
        out.key("completion_tokens_details").open('{').number("reasoning_tokens", *tokens.reasoning);
        return ",\"usage\":" + out.number("audio_tokens", std::int64_t(0)).close('}').close('}').take();
    }

    std::string failure() const
    {
        if (m_fault == Fault::MidErrorText)
            return event("{\"error\":" + quoted(failureText) + '}');
        const std::string data = event(envelope({500, failureText, "server_error"}));
        return m_fault == Fault::EventError ? "event: error\n" + data : data;
    }

    const Question &m_question;
    const std::vector<Said> &m_all;
    Fault m_fault;
    bool m_older; // completions
    std::size_t m_chunks = 0;
};

} // namespace

Worded wordChat(const Question &question, const std::vector<Said> &all)
{
    return ChatWriter(question, all).worded();
}

} // namespace proxy::scripted
