// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/http_head.h"
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace proxy {

namespace {

constexpr std::size_t lineEnd = 2; // CR LF

// RFC 9110 5.6.2: what a method and a field's name are made of.
constexpr std::array<bool, 256> tokenBytes = [] {
    std::array<bool, 256> is{};
    for (const char c :
        std::string_view("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
        is[static_cast<unsigned char>(c)] = true;
    return is;
}();

bool isToken(std::string_view text)
{
    bool all = !text.empty();
    for (const char c : text)
        all &= tokenBytes[static_cast<unsigned char>(c)]; // no jump a byte: nearly every one is good
    return all;
}

// Control characters: below space and DEL.
constexpr std::array<bool, 256> controlBytes = [] {
    std::array<bool, 256> is{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        is[byte] = true;
    is[0x7f] = true;
    return is;
}();

// May one of these eight bytes be a control character? Sure when it says no.
std::uint64_t mayControl(const char *at)
{
    constexpr std::uint64_t each = 0x0101010101010101U;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    const std::uint64_t other = bytes ^ 0x7f * each;
    return (((bytes - 0x20 * each) & ~bytes) | ((other - each) & ~other)) & 0x80 * each;
}

// Without control characters, but for the tabs of a field's value.
bool isText(std::string_view text, bool tabs)
{
    std::uint64_t any = 0;
    const char *at = text.data();
    const char *const end = at + text.size();
    for (; end - at >= 8; at += 8)
        any |= mayControl(at);
    if (any)
        at = text.data();
    for (any = 0; at < end; ++at)
        any |= std::uint64_t(controlBytes[static_cast<unsigned char>(*at)] & !(tabs & (*at == '\t')));
    return any == 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// HTTP/1.0 or HTTP/1.1
bool readVersion(std::string_view text, HttpHead &head)
{
    head.http11 = text == "HTTP/1.1";
    return head.http11 || text == "HTTP/1.0";
}

bool readRequestLine(std::string_view line, HttpHead &head)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first)
        return false;
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    return isToken(head.method) && !head.target.empty() && head.target.find(' ') == std::string_view::npos
        && isText(head.target, false) && readVersion(line.substr(last + 1), head);
}

bool readStatusLine(std::string_view line, HttpHead &head)
{
    const auto digit = [&line](std::size_t at) { return line[at] >= '0' && line[at] <= '9' ? line[at] - '0' : 1000; };
    if (line.size() < 12 || line[8] != ' ' || !readVersion(line.substr(0, 8), head))
        return false;
    head.status = digit(9) * 100 + digit(10) * 10 + digit(11);
    head.reason = line.size() > 13 ? line.substr(13) : std::string_view();
    return head.status >= 100 && head.status <= 999 && (line.size() == 12 || line[12] == ' ')
        && isText(head.reason, true);
}

bool readLength(std::string_view text, HttpHead &head)
{
    if (head.length || text.empty())
        return false;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
        const auto digit = std::uint64_t(c - '0');
        value = value > (UINT64_MAX - digit) / 10 ? UINT64_MAX : value * 10 + digit;
    }
    head.length = value;
    return true;
}

void readConnection(std::string_view list, HttpHead &head)
{
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (sameWord(trimmed(list.substr(0, comma)), "close"))
            head.keepAlive = false;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
}

// What the framing of the message depends on.
HeadProblem readMeaning(const HeadField &field, HttpHead &head)
{
    switch (field.name.size()) {
    case 4:
        if (sameWord(field.name, "host") && std::exchange(head.hasHost, true))
            return HeadProblem::Host;
        break;
    case 6:
        if (sameWord(field.name, "expect"))
            head.expectsContinue = sameWord(field.value, "100-continue");
        break;
    case 10:
        if (sameWord(field.name, "connection"))
            readConnection(field.value, head);
        break;
    case 14:
        if (sameWord(field.name, "content-length") && !readLength(field.value, head))
            return HeadProblem::Length;
        break;
    case 17:
        if (sameWord(field.name, "transfer-encoding")
            && (std::exchange(head.chunked, true) || !sameWord(field.value, "chunked")))
            return HeadProblem::Coding;
        break;
    default:
        break;
    }
    return HeadProblem::None;
}

HeadProblem readField(std::string_view line, HttpHead &head)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return HeadProblem::Field;
    const HeadField field{line.substr(0, colon), trimmed(line.substr(colon + 1))};
    if (!isToken(field.name) || !isText(field.value, true))
        return HeadProblem::Field;
    head.fields.push_back(field);
    return readMeaning(field, head);
}

// The fields behind the first line.
HeadProblem readFields(std::string_view bytes, HttpHead &head, std::size_t mostFields)
{
    while (bytes.size() > lineEnd) {
        const std::size_t end = bytes.find('\r');
        if (end == std::string_view::npos)
            return HeadProblem::Field;
        if (head.fields.size() >= mostFields)
            return HeadProblem::TooMany;
        if (const HeadProblem problem = readField(bytes.substr(0, end), head); problem != HeadProblem::None)
            return problem;
        if (bytes.size() < end + lineEnd || bytes[end + 1] != '\n') // a CR alone
            return HeadProblem::Field;
        bytes.remove_prefix(end + lineEnd);
    }
    return head.chunked && (head.length || !head.http11) ? HeadProblem::Coding : HeadProblem::None;
}

HeadProblem readHead(
    std::string_view bytes, HttpHead &head, std::size_t mostFields, bool (*readFirst)(std::string_view, HttpHead &))
{
    std::vector<HeadField> fields = std::move(head.fields); // its memory is used again
    fields.clear();
    head = {};
    head.fields = std::move(fields);
    const std::size_t end = bytes.find('\r');
    if (end == std::string_view::npos || bytes.size() < end + 2 * lineEnd || bytes[end + 1] != '\n'
        || !readFirst(bytes.substr(0, end), head))
        return HeadProblem::Line;
    head.keepAlive = head.http11;
    return readFields(bytes.substr(end + lineEnd), head, mostFields);
}

} // namespace

bool mayBeginRequest(char first)
{
    return first == '\r' || tokenBytes[static_cast<unsigned char>(first)];
}

bool sameWord(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? char(c + 32) : c) != lower[i])
            return false;
    }
    return true;
}

std::string_view HttpHead::operator[](std::string_view name) const
{
    for (const HeadField &field : fields) {
        if (sameWord(field.name, name))
            return field.value;
    }
    return {};
}

HeadEnd::Found HeadEnd::look(std::string_view bytes)
{
    while (m_seen < bytes.size()) {
        const void *found = std::memchr(bytes.data() + m_seen, '\n', bytes.size() - m_seen);
        if (!found) {
            m_seen = bytes.size();
            break;
        }
        const auto at = std::size_t(static_cast<const char *>(found) - bytes.data());
        if (at == m_line || bytes[at - 1] != '\r')
            return Found::BareLine;
        const bool empty = at == m_line + 1 && m_line > 0;
        m_line = m_seen = at + 1;
        if (empty)
            return Found::Yes;
    }
    return Found::NotYet;
}

const char *wordsFor(HeadProblem problem)
{
    switch (problem) {
    case HeadProblem::None:
    case HeadProblem::Line:
        break;
    case HeadProblem::Field:
        return "a header line is malformed";
    case HeadProblem::TooMany:
        return "it has too many header lines";
    case HeadProblem::Length:
        return "its Content-Length is no number, or is there twice";
    case HeadProblem::Coding:
        return "its Transfer-Encoding is not plain chunked, or comes with a length";
    case HeadProblem::Host:
        return "its Host is missing, or is there twice";
    }
    return "its first line is malformed";
}

HeadProblem readRequestHead(std::string_view bytes, HttpHead &head, std::size_t mostFields)
{
    const HeadProblem problem = readHead(bytes, head, mostFields, readRequestLine);
    return problem == HeadProblem::None && head.http11 && !head.hasHost ? HeadProblem::Host : problem;
}

HeadProblem readAnswerHead(std::string_view bytes, HttpHead &head, std::size_t mostFields)
{
    return readHead(bytes, head, mostFields, readStatusLine);
}

} // namespace proxy
