// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/meter.h"
#include "proxy/errors.h"
#include "proxy/usage_counts.h"
#include <array>
#include <span>

namespace proxy {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t mostKept = 8U << 20;
constexpr std::size_t mostShared = 256U << 10;

// Bytes of the string whose quote stands at the front; a cut one ends with the text.
std::size_t stringLength(std::string_view value)
{
    std::size_t at = 1;
    while (at < value.size() && value[at] != '"')
        at += value[at] == '\\' ? 2 : 1;
    return std::min(at, value.size()) - 1;
}

std::string_view unspaced(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// Calls member(name, value) for every "name": of the text, at any depth, in one walk; value: from its first byte on.
template<class Member>
void eachMember(std::string_view json, Member member)
{
    for (std::size_t at = json.find('"'); at != std::string_view::npos; at = json.find('"', at)) {
        const std::string_view name = json.substr(at + 1, stringLength(json.substr(at)));
        at = std::min(json.size(), at + name.size() + 2);
        const std::string_view rest = unspaced(json.substr(at));
        if (rest.starts_with(':'))
            member(name, unspaced(rest.substr(1)));
    }
}

// Which members of a stream's events hold text that was written.
std::span<const std::string_view> writtenIn(Family family)
{
    static constexpr std::array<std::string_view, 4> chat = {"content", "refusal", "reasoning_content", "arguments"};
    static constexpr std::array<std::string_view, 1> responses = {"delta"};
    static constexpr std::array<std::string_view, 3> messages = {"text", "partial_json", "thinking"};
    static constexpr std::array<std::string_view, 1> text = {"text"};
    switch (family) {
    case Family::Responses:
        return responses;
    case Family::Messages:
        return messages;
    case Family::Gemini:
    case Family::Completions:
        return text;
    default:
        return chat;
    }
}

// The text in quotes that stands at the front of a value; empty when it is none.
std::string_view textOf(std::string_view value)
{
    return value.starts_with('"') ? value.substr(1, stringLength(value)) : std::string_view();
}

} // namespace

void Meter::begin(Family family, int status, std::string_view contentType)
{
    m_family = family;
    m_status = status;
    m_stream = contentType.find("event-stream") != std::string_view::npos;
}

void Meter::feed(std::string_view payload, std::int64_t ms)
{
    if (!m_stream) {
        m_kept.append(payload.substr(0, std::min(payload.size(), mostKept - m_kept.size())));
        return;
    }
    for (std::size_t end = payload.find('\n'); end != std::string_view::npos; end = payload.find('\n')) {
        if (m_kept.empty() && !m_skipping) {
            line(payload.substr(0, end), ms);
        } else if (!m_skipping) {
            m_kept += payload.substr(0, end);
            line(m_kept, ms);
        }
        m_skipping = false;
        m_kept.clear();
        payload.remove_prefix(end + 1);
    }
    m_skipping = m_skipping || m_kept.size() + payload.size() > mostKept;
    if (!m_skipping)
        m_kept += payload;
}

void Meter::line(std::string_view text, std::int64_t ms)
{
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    // A carriage return alone ends a line too.
    for (std::size_t end = text.find('\r'); end != std::string_view::npos; end = text.find('\r')) {
        plainLine(text.substr(0, end), ms);
        text.remove_prefix(end + 1);
    }
    plainLine(text, ms);
}

void Meter::plainLine(std::string_view text, std::int64_t ms)
{
    if (text.starts_with("data:"))
        part(text.substr(text.starts_with("data: ") ? 6 : 5), ms);
    else if (text.empty())
        endEvent(ms);
    else if (text.starts_with("event:") && text.find("error") != std::string_view::npos)
        m_errorSeen = true;
}

// Nearly always the data of an event is one line; several are one text.
void Meter::part(std::string_view text, std::int64_t ms)
{
    if (m_parts.empty() && text.ends_with('}'))
        return data(text, ms);
    if (m_parts.size() + text.size() < mostKept)
        m_parts.append(text).append("\n");
}

void Meter::endEvent(std::int64_t ms)
{
    if (m_parts.empty())
        return;
    data(std::string_view(m_parts).substr(0, m_parts.size() - 1), ms);
    m_parts.clear();
}

void Meter::data(std::string_view json, std::int64_t ms)
{
    if (json == "[DONE]") {
        m_doneSeen = true;
        return;
    }
    Marks marks;
    eachMember(json, [&](std::string_view name, std::string_view value) { mark(name, value, marks); });
    if (marks.written > 0 || marks.calls) {
        m_seenTokens += std::int64_t((marks.written + 3) / 4);
        if (!m_firstTokenMs)
            m_firstTokenMs = ms;
    }
    readMarks(marks);
    if (marks.usage || (marks.error && m_family != Family::Responses))
        readObject(json);
}

// Of a name that is there several times the first counts.
void Meter::mark(std::string_view name, std::string_view value, Marks &marks) const
{
    const auto written = writtenIn(m_family);
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (name == written[i] && !(marks.seen & 1U << i)) {
            marks.seen |= 1U << i;
            marks.written += textOf(value).size();
        }
    }
    if (name == "type" && marks.type.empty())
        marks.type = textOf(value);
    else if (name == "tool_calls" || name == "functionCall")
        marks.calls = true;
    else if (name == "finish_reason" || name == "finishReason")
        marks.finish = marks.finish || value.starts_with('"');
    else if (name == "usage" || name == "usageMetadata")
        marks.usage = marks.usage || value.starts_with('{');
    else if (name == "error")
        marks.error = true;
}

// What says that the answer is whole, or has failed.
void Meter::readMarks(const Marks &marks)
{
    const std::string_view type = marks.type;
    switch (m_family) {
    case Family::Responses:
        m_finishSeen = m_finishSeen || type == "response.completed" || type == "response.incomplete";
        m_errorSeen = m_errorSeen || type == "response.failed" || type == "error";
        return;
    case Family::Messages:
        m_finishSeen = m_finishSeen || type == "message_stop";
        m_errorSeen = m_errorSeen || type == "error";
        return;
    default:
        m_finishSeen = m_finishSeen || marks.finish;
    }
}

void Meter::whole(std::string_view payload)
{
    if (m_stream)
        return feed(payload, 0);
    m_read = true;
    if (!readQuick(payload))
        readPadded(payload);
}

// As nearly all are: walked over without a parser.
bool Meter::readQuick(std::string_view json)
{
    thread_local std::vector<JsonMember> members; // their memory is used again
    if (!JsonMembers::list(json, members))
        return false;
    const JsonMembers object(members);
    const std::string_view error = object["error"];
    read(object, !error.empty() && error != "null");
    return true;
}

template<class Object>
void Meter::read(const Object &object, bool failed)
{
    m_object = true;
    m_errorSeen = m_errorSeen || failed;
    readUsage(object, m_family, m_tokens);
}

void Meter::readObject(std::string_view json)
{
    if (readQuick(json))
        return;
    m_scratch.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    m_scratch.assign(json);
    readPadded(m_scratch);
}

// Read as a whole: what reads on demand may fall over when it is asked on after a mistake in the middle.
void Meter::readPadded(std::string_view json)
{
    thread_local dom::parser kept;
    dom::parser once; // a long text's buffers are not kept
    dom::parser &parser = json.size() > mostShared ? once : kept;
    dom::object object;
    if (parser.parse(json.data(), json.size(), false).get_object().get(object))
        return;
    dom::element error;
    read(object, !object.at_key("error").get(error) && !error.is_null());
}

void Meter::finish(bool clean)
{
    if (m_stream && !m_kept.empty() && !m_skipping)
        line(m_kept, m_firstTokenMs.value_or(0));
    endEvent(m_firstTokenMs.value_or(0));
    if (!m_stream && !m_read && m_kept.size() < mostKept)
        readObject(m_kept);
    judge(clean);
}

void Meter::judge(bool clean)
{
    if (m_status >= 400)
        return verdict(Ended::Error, classOf(m_status));
    if (!m_stream)
        return judgePlain(clean);
    if (m_errorSeen)
        return verdict(Ended::Error, "upstream");
    // An end mark without a finish reason is a cut that was closed as if complete.
    if (!clean || !m_finishSeen)
        return verdict(Ended::UpstreamCut, "upstream");
    verdict(Ended::Complete, nullptr);
}

void Meter::judgePlain(bool clean)
{
    if (!clean)
        return verdict(Ended::UpstreamCut, "upstream");
    if (m_errorSeen)
        return verdict(Ended::Error, "upstream");
    if (!m_object)
        return verdict(Ended::Error, "protocol");
    verdict(Ended::Complete, nullptr);
}

void Meter::verdict(Ended ended, const char *errorClass)
{
    m_ended = ended;
    m_errorClass = errorClass;
}

} // namespace proxy
