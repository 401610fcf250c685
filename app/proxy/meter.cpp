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

// What stands behind "name": in the text, from its first character on; empty when the name does not occur.
std::string_view valueOf(std::string_view json, std::string_view quotedName)
{
    for (std::size_t at = json.find(quotedName); at != std::string_view::npos; at = json.find(quotedName, at + 1)) {
        std::string_view rest = json.substr(at + quotedName.size());
        const std::size_t colon = rest.find_first_not_of(" \t");
        if (colon == std::string_view::npos || rest[colon] != ':')
            continue;
        rest.remove_prefix(colon + 1);
        const std::size_t value = rest.find_first_not_of(" \t");
        return value == std::string_view::npos ? std::string_view() : rest.substr(value);
    }
    return {};
}

// Bytes of the string that starts here; 0: none or empty.
std::size_t stringLength(std::string_view value)
{
    if (value.size() < 2 || value[0] != '"')
        return 0;
    std::size_t at = 1;
    while (at < value.size() && value[at] != '"')
        at += value[at] == '\\' ? 2 : 1;
    return at - 1;
}

// Which members of a stream's events hold text that was written.
std::span<const std::string_view> writtenIn(Family family)
{
    static constexpr std::array<std::string_view, 4> chat = {
        "\"content\"", "\"refusal\"", "\"reasoning_content\"", "\"arguments\""};
    static constexpr std::array<std::string_view, 1> responses = {"\"delta\""};
    static constexpr std::array<std::string_view, 3> messages = {"\"text\"", "\"partial_json\"", "\"thinking\""};
    static constexpr std::array<std::string_view, 1> text = {"\"text\""};
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

std::int64_t tokensIn(std::string_view json, Family family)
{
    std::size_t bytes = 0;
    for (const std::string_view name : writtenIn(family))
        bytes += stringLength(valueOf(json, name));
    return bytes ? std::int64_t((bytes + 3) / 4) : 0;
}

bool isType(std::string_view json, std::string_view type)
{
    const std::string_view value = valueOf(json, "\"type\"");
    return value.size() > type.size() + 1 && value[0] == '"' && value.substr(1).starts_with(type)
        && value[type.size() + 1] == '"';
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
    const bool calls = !valueOf(json, "\"tool_calls\"").empty() || !valueOf(json, "\"functionCall\"").empty();
    if (const std::int64_t tokens = tokensIn(json, m_family); tokens > 0 || calls) {
        m_seenTokens += tokens;
        if (!m_firstTokenMs)
            m_firstTokenMs = ms;
    }
    readMarks(json);
    const bool usage = valueOf(json, "\"usage\"").starts_with('{') || !valueOf(json, "\"usageMetadata\"").empty();
    if (usage || (!valueOf(json, "\"error\"").empty() && m_family != Family::Responses))
        readObject(json);
}

// What says that the answer is whole, or has failed.
void Meter::readMarks(std::string_view json)
{
    switch (m_family) {
    case Family::Responses:
        m_finishSeen = m_finishSeen || isType(json, "response.completed") || isType(json, "response.incomplete");
        m_errorSeen = m_errorSeen || isType(json, "response.failed") || isType(json, "error");
        return;
    case Family::Messages:
        m_finishSeen = m_finishSeen || isType(json, "message_stop");
        m_errorSeen = m_errorSeen || isType(json, "error");
        return;
    case Family::Gemini:
        m_finishSeen = m_finishSeen || valueOf(json, "\"finishReason\"").starts_with('"');
        return;
    default:
        m_finishSeen = m_finishSeen || valueOf(json, "\"finish_reason\"").starts_with('"');
    }
}

void Meter::readObject(std::string_view json)
{
    // Read as a whole: what reads on demand may fall over when it is asked on after a mistake in the middle.
    thread_local dom::parser kept;
    dom::parser once; // a long text's buffers are not kept
    dom::parser &parser = json.size() > mostShared ? once : kept;
    m_scratch.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    m_scratch.assign(json);
    dom::object object;
    if (parser.parse(m_scratch.data(), m_scratch.size(), false).get_object().get(object))
        return;
    m_object = true;
    dom::element error;
    if (!object.at_key("error").get(error) && !error.is_null())
        m_errorSeen = true;
    readUsage(object, m_family, m_tokens);
}

void Meter::finish(bool clean)
{
    if (m_stream && !m_kept.empty() && !m_skipping)
        line(m_kept, m_firstTokenMs.value_or(0));
    endEvent(m_firstTokenMs.value_or(0));
    if (!m_stream && m_kept.size() < mostKept)
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
