// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proxy::scripted {

// The rule by which scripted models count: a word with the white space before it, cut after each four bytes, never
// inside a character.
std::vector<std::string> tokensOf(const std::string &text);

// The numbers 1 to N one a line when the prompt asks for them, else the prompt itself; short prompts get a few words.
std::string answerTo(const std::string &lastUser);

// An answer as far as the limit lets it be.
struct Limited
{
    std::vector<std::string> pieces; // more than ten whenever the text has that many characters
    std::string text;
    std::int64_t tokens = 0;
    bool cut = false; // by max_tokens
};
Limited limited(const std::string &text, std::optional<std::int64_t> maxTokens);

} // namespace proxy::scripted
