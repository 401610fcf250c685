// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"

namespace proxy::scripted {

namespace {

std::string textPart(const std::string &text, bool thought = false)
{
    return "{\"text\":" + quoted(text) + (thought ? ",\"thought\":true}" : "}");
}

// Words one answer of Gemini's generateContent. A stream's parts are answers of their own; usage comes in each, the last
// one counts, and nothing but the end of the body ends it.
class GeminiWriter final
{
public:
    GeminiWriter(const Question &question, const std::vector<Said> &all) : m_question(question), m_all(all) {}

    Worded worded()
    {
        std::string candidates;
        for (std::size_t i = 0; i < m_all.size(); ++i)
            candidates += (i ? "," : "") + candidate(i, wholeParts(m_all[i]), finish(m_all[i]));
        Worded worded{object(candidates, usageOf(m_question, m_all))};
        if (!m_question.scan.stream)
            return worded;
        addPieces();
        const std::vector<std::string> last = lastChunks();
        if (!m_question.sse) {
            worded.plain = list(last);
            return worded;
        }
        for (const std::string &chunk : m_chunks)
            worded.events.push_back(event(chunk));
        for (const std::string &chunk : last)
            worded.done.push_back(event(chunk));
        worded.failure = event(envelope({500, failureText}, Family::Gemini, m_question.requestId));
        return worded;
    }

private:
    static std::string event(const std::string &data) { return "data: " + data + "\r\n\r\n"; }

    std::string finish(const Said &said) const
    {
        if (m_question.fault() == Fault::OddFinish)
            return "ERROR";
        return said.refusal || said.filtered ? "SAFETY" : said.cut ? "MAX_TOKENS" : "STOP";
    }

    // Calls come whole; what is no JSON cannot be said in this family.
    std::string callPart(const ToolCall &call) const
    {
        const bool broken = m_question.fault() == Fault::ToolsBadJson;
        return R"({"functionCall":{"id":)" + quoted(call.id) + R"(,"name":)" + quoted(call.name) + R"(,"args":)"
            + (broken ? "{}" : call.arguments) + "}}";
    }

    std::string wholeParts(const Said &said) const
    {
        std::string parts = said.thoughts.empty() ? std::string() : textPart(said.thoughts, true);
        for (const ToolCall &call : said.calls)
            parts += (parts.empty() ? "" : ",") + callPart(call);
        if (said.calls.empty() && (!said.text.empty() || parts.empty()))
            parts += (parts.empty() ? "" : ",") + textPart(said.text);
        return parts;
    }

    // What a stream says of one candidate, part by part.
    std::vector<std::string> parts(const Said &said) const
    {
        std::vector<std::string> all;
        all.reserve(said.thoughtPieces.size() + said.calls.size() + said.pieces.size());
        for (const std::string &piece : said.thoughtPieces)
            all.push_back(textPart(piece, true));
        for (const ToolCall &call : said.calls)
            all.push_back(callPart(call));
        for (const std::string &piece : said.calls.empty() ? said.pieces : std::vector<std::string>())
            all.push_back(textPart(piece));
        return all;
    }

    static std::string candidate(std::size_t index, const std::string &parts, const std::string &finish)
    {
        JsonOut out;
        out.open('{').key("content").open('{').text("role", "model").key("parts").open('[');
        out.raw(parts).close(']').close('}');
        if (!finish.empty())
            out.text("finishReason", finish);
        return out.number("index", std::int64_t(index)).key("safetyRatings").open('[').close(']').close('}').take();
    }

    // The written tokens and those of the thoughts are told apart here.
    std::string object(const std::string &candidates, const Tokens &tokens) const
    {
        JsonOut out;
        out.open('{').key("candidates").open('[').raw(candidates).close(']');
        if (m_question.fault() != Fault::NoUsage) {
            out.key("usageMetadata").open('{').number("promptTokenCount", *tokens.input);
            out.number("candidatesTokenCount", *tokens.output - *tokens.reasoning);
            if (*tokens.reasoning > 0)
                out.number("thoughtsTokenCount", *tokens.reasoning);
            if (*tokens.cached > 0)
                out.number("cachedContentTokenCount", *tokens.cached);
            out.number("totalTokenCount", *tokens.input + *tokens.output).close('}');
        }
        out.text("modelVersion", m_question.alias);
        if (m_question.fault() != Fault::NoId)
            out.text("responseId", m_question.fault() == Fault::SameId ? "cached" : m_question.idTail());
        return out.close('}').take();
    }

    // The parts of all candidates in turn; usage grows with them.
    void addPieces()
    {
        std::vector<std::vector<std::string>> lists;
        std::size_t longest = 0;
        for (const Said &said : m_all) {
            lists.push_back(parts(said));
            longest = std::max(longest, lists.back().size());
        }
        for (std::size_t round = 0; round < longest; ++round) {
            for (std::size_t i = 0; i < lists.size(); ++i) {
                if (round < lists[i].size())
                    m_chunks.push_back(object(candidate(i, lists[i][round], {}), soFar()));
            }
        }
    }

    Tokens soFar() const
    {
        Tokens tokens = usageOf(m_question, m_all);
        tokens.output = std::min(*tokens.output, std::int64_t(m_chunks.size()) + 1);
        tokens.reasoning = std::min(*tokens.reasoning, *tokens.output);
        return tokens;
    }

    std::vector<std::string> lastChunks() const
    {
        std::vector<std::string> last;
        for (std::size_t i = 0; i < m_all.size(); ++i)
            last.push_back(object(candidate(i, textPart({}), finish(m_all[i])), usageOf(m_question, m_all)));
        return last;
    }

    // Without alt=sse the stream is one list.
    std::string list(const std::vector<std::string> &last) const
    {
        std::string text = "[";
        for (const std::vector<std::string> &chunks : {m_chunks, last}) {
            for (const std::string &one : chunks)
                text += (text.size() > 1 ? ",\r\n" : "") + one;
        }
        return text + ']';
    }

    const Question &m_question;
    const std::vector<Said> &m_all;
    std::vector<std::string> m_chunks;
};

} // namespace

Worded wordGemini(const Question &question, const std::vector<Said> &all)
{
    return GeminiWriter(question, all).worded();
}

} // namespace proxy::scripted
