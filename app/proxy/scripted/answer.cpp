// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/answer.h"
#include "proxy/scripted/sample_text.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace proxy::scripted {

namespace {

constexpr std::size_t tokenBytes = 4;
constexpr std::size_t enoughPieces = 11;
constexpr std::size_t longestEcho = 16'384;
constexpr int longestList = 10'000;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// A number of a list with its line break is one token however long it is.
bool isListItem(const std::string &token)
{
    return token.size() > 1 && token.back() == '\n';
}

// The number at the front; 0: none.
int numberAt(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// N behind "1 to N", "1 through N", "1-N", "1..N"; 0: none.
int listAfterOne(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> joins = {" to ", " through ", "-", "..", " - ", "\xe2\x80\x93"};
    for (const std::string_view join : joins) {
        if (text.starts_with(join))
            return numberAt(text.substr(join.size()));
    }
    return 0;
}

// N before "numbered"; 0: none.
int listBeforeNumbered(std::string_view text)
{
    const std::size_t at = text.find(" numbered");
    if (at == std::string_view::npos)
        return 0;
    std::size_t start = at;
    while (start > 0 && std::isdigit(static_cast<unsigned char>(text[start - 1])))
        --start;
    return numberAt(text.substr(start, at - start));
}

int listLength(std::string_view prompt)
{
    for (std::size_t at = prompt.find('1'); at != std::string_view::npos; at = prompt.find('1', at + 1)) {
        const bool alone = at == 0 || !std::isalnum(static_cast<unsigned char>(prompt[at - 1]));
        const int length = alone ? listAfterOne(prompt.substr(at + 1)) : 0;
        if (length > 1)
            return std::min(length, longestList);
    }
    return std::clamp(listBeforeNumbered(prompt), 0, longestList);
}

std::string numbers(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += std::to_string(i) + ".\n";
    text.pop_back();
    return text;
}

// As much of an echo as anybody reads.
std::string shortened(const std::string &text)
{
    std::size_t length = std::min(text.size(), longestEcho);
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        --length;
    return text.substr(0, length);
}

} // namespace

std::vector<std::string> tokensOf(const std::string &text)
{
    std::vector<std::string> tokens;
    bool inWord = false;
    for (const std::string &character : charactersOf(text)) {
        const bool space = isSpace(character[0]);
        const bool fresh = tokens.empty() || (space && inWord && character != "\n") || isListItem(tokens.back())
            || (!space && inWord && tokens.back().size() >= tokenBytes);
        if (fresh)
            tokens.emplace_back();
        tokens.back() += character;
        inWord = !space;
    }
    return tokens;
}

std::string answerTo(const std::string &lastUser)
{
    if (const int length = listLength(lastUser); length > 0)
        return numbers(length);
    if (lastUser.empty())
        return "There was no user message to echo.";
    if (lastUser.size() < 4 * enoughPieces && charactersOf(lastUser).size() < enoughPieces)
        return "You said: " + lastUser;
    return shortened(lastUser);
}

Limited limited(const std::string &text, std::optional<std::int64_t> maxTokens)
{
    Limited answer;
    answer.pieces = tokensOf(text);
    answer.cut = maxTokens && *maxTokens >= 0 && std::size_t(*maxTokens) < answer.pieces.size();
    if (answer.cut)
        answer.pieces.resize(std::size_t(*maxTokens));
    answer.tokens = std::int64_t(answer.pieces.size());
    for (const std::string &piece : answer.pieces)
        answer.text += piece;
    if (answer.pieces.size() < enoughPieces)
        answer.pieces = charactersOf(answer.text);
    return answer;
}

} // namespace proxy::scripted
