// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/said.h"

namespace proxy::scripted {

// An answer in a family's words: whole, and as the events of a stream, each with its blank line.
struct Worded
{
    std::string plain;
    std::vector<std::string> events = {}; // what is said; none: the family does not stream
    std::vector<std::string> finish = {}; // why it ended
    std::vector<std::string> usage = {};
    std::vector<std::string> done = {}; // the end mark
    std::string failure = {}; // an error in the middle
};

Worded wordChat(const Question &question, const std::vector<Said> &all); // and the older completions
Worded wordResponses(const Question &question, const Said &said);
Worded wordMessages(const Question &question, const Said &said);
Worded wordGemini(const Question &question, const std::vector<Said> &all);
Worded wordEmbeddings(const Question &question);
Worded wordGeminiEmbeddings(const Question &question);
Worded wordImages(const Question &question);
std::int64_t imageTokens(const Question &question);

// The members of chat's choices (chat_members.cpp): one delta after the other, and the whole message.
std::vector<std::string> deltasOf(const Said &said, Fault fault);
std::string messageOf(const Said &said);

inline constexpr const char *failureText = "The server had an error while processing your request.";

} // namespace proxy::scripted
