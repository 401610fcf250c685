// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/answer.h"
#include "proxy/scripted/model.h"

namespace proxy::scripted {

struct ToolCall
{
    std::string id; // call_...
    std::string name;
    std::string arguments; // JSON, perhaps broken
    std::vector<std::string> pieces; // of the arguments
};

// What a scripted model says in one choice, before a family words it.
struct Said
{
    std::string text;
    std::vector<std::string> pieces; // of the text
    std::string thoughts;
    std::vector<std::string> thoughtPieces;
    std::vector<ToolCall> calls; // instead of a text
    bool refusal = false;
    bool filtered = false;
    bool cut = false; // by the limit of tokens
    std::string stop; // the stop sequence it ended at
    std::int64_t tokens = 0; // with those of the thoughts
    std::int64_t thoughtTokens = 0;
};

// As many choices as are asked for; families that know one use the first.
std::vector<Said> said(const Question &question);
// How many those are.
std::int64_t choicesOf(const Question &question);
// What all of them count.
Tokens usageOf(const Question &question, const std::vector<Said> &all);
Tokens tokensFor(const Question &question, std::int64_t output);
// False when this model keeps its usage to itself.
bool tellsUsage(Fault fault);

} // namespace proxy::scripted
