// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A small strict reader of what a gateway answered on one connection, and of the request heads that were sent to it.
namespace fuzz {

struct Answers
{
    std::vector<int> statuses; // final ones only
    bool wellFormed = true;
};

inline std::size_t countOf(std::string_view text, std::string_view what)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

inline char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

// The value of a header in a head that begins with its first line; the line breaks are CR LF.
inline std::vector<std::string> valuesOf(std::string_view head, std::string_view name)
{
    std::vector<std::string> values;
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at)) {
        at += 2;
        const std::string_view line = head.substr(at, head.find("\r\n", at) - at);
        const bool same = line.size() > name.size() && line[name.size()] == ':'
            && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) { return a == lower(b); });
        if (same)
            values.emplace_back(line.substr(std::min(line.size(), line.find_first_not_of(" \t", name.size() + 1))));
    }
    return values;
}

// Does the first request say in two ways that differ how long it is?
inline bool twoLengths(std::string_view input)
{
    const std::string_view head = input.substr(0, input.find("\r\n\r\n"));
    if (head.size() == input.size())
        return false;
    std::vector<std::string> lengths = valuesOf(head, "content-length");
    const bool coded = !valuesOf(head, "transfer-encoding").empty();
    const bool differ = std::ranges::adjacent_find(lengths, std::ranges::not_equal_to()) != lengths.end();
    return differ || (coded && !lengths.empty());
}

template<class Number = std::size_t>
std::optional<Number> numberOf(std::string_view text, int base = 10)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Takes a chunked body off the front.
inline bool takeChunks(std::string_view &rest)
{
    while (true) {
        const std::size_t line = rest.find("\r\n");
        const auto size = line == std::string_view::npos ? std::nullopt : numberOf(rest.substr(0, line), 16);
        if (!size || rest.size() < line + 4 + *size || rest.substr(line + 2 + *size, 2) != "\r\n")
            return false;
        rest.remove_prefix(line + 4 + *size);
        if (*size == 0)
            return true;
    }
}

// Takes one answer off the front: its status, or nothing when it is no HTTP.
inline std::optional<int> takeAnswer(std::string_view &rest, bool bodiless)
{
    const std::size_t end = rest.find("\r\n\r\n");
    const auto status = rest.starts_with("HTTP/1.1 ") ? numberOf<int>(rest.substr(9, 3)) : std::nullopt;
    if (end == std::string_view::npos || !status)
        return {};
    const std::string_view head = rest.substr(0, end + 2);
    rest.remove_prefix(end + 4);
    if (*status < 200 || *status == 204)
        return status;
    const std::vector<std::string> lengths = valuesOf(head, "content-length");
    const bool chunked = !valuesOf(head, "transfer-encoding").empty();
    const auto length = lengths.size() == 1 ? numberOf(lengths.front()) : std::nullopt;
    if (!chunked && lengths.empty() && !valuesOf(head, "connection").empty()) {
        rest = {}; // the body ends with the connection
        return status;
    }
    if (chunked == !lengths.empty() || (!chunked && !length))
        return {};
    const bool noBody = bodiless && (rest.empty() || rest.starts_with("HTTP/1.1 "));
    if (noBody)
        return status;
    if (chunked)
        return takeChunks(rest) ? status : std::nullopt;
    if (*length > rest.size())
        return {};
    rest.remove_prefix(*length);
    return status;
}

// All answers of a connection; a HEAD request among those sent makes bodies optional.
inline Answers answersIn(const std::string &bytes, std::string_view sent)
{
    Answers answers;
    const bool head = sent.find("HEAD") != std::string_view::npos;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::optional<int> status = takeAnswer(rest, head);
        if (!status) {
            answers.wellFormed = false;
            return answers;
        }
        if (*status >= 200)
            answers.statuses.push_back(*status);
    }
    return answers;
}

} // namespace fuzz
