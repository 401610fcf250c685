// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/answer.h"
#include "proxy/scripted/model.h"

namespace proxy::scripted {

// What a scripted model says, before a family words it.
struct Said
{
    std::string text;
    std::vector<std::string> pieces; // of the text, or of the arguments
    bool tool = false;
    std::string callId;
    std::string toolName;
    std::string arguments; // JSON, perhaps broken
    bool refusal = false;
    bool cut = false; // by the limit of tokens
    std::int64_t tokens = 0;
};
Said said(const Question &question);
// What it counts, of all families.
Tokens tokensFor(const Question &question, std::int64_t output);

// An answer in a family's words.
struct Worded
{
    std::string plain;
    std::vector<std::string> events = {}; // of a stream, each with its blank line
    std::size_t tail = 0; // how many at the end say that the answer is whole
    std::string failure = {}; // the event of an error in the middle
};
Worded wordResponses(const Question &question, const Said &said);
Worded wordMessages(const Question &question, const Said &said);
Worded wordGemini(const Question &question, const Said &said);
Worded wordEmbeddings(const Question &question);
Worded wordImages(const Question &question);
std::int64_t imageTokens(const Question &question);

// Acts the scenario out over a worded answer (acting.cpp).
void perform(const Question &question, const Worded &worded, const Tokens &tokens, Script &script);

} // namespace proxy::scripted
