// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/answer.h"
#include "proxy/scripted/frames.h"
#include "proxy/scripted/model.h"

namespace proxy::scripted {

// An answer before it is worded as one object or as a stream.
struct Draft
{
    const Question &question;
    Frames frames;
    std::string message = {}; // JSON of the plain answer
    std::vector<std::string> deltas = {}; // JSON, one a chunk
    std::string finish = "stop";
    std::int64_t outputTokens = 0;
    Tokens tokens = {};
};

// Fills message and deltas (writers.cpp).
void writeText(Draft &draft);
void writeToolCall(Draft &draft);

// Acts the faults out (faults.cpp).
std::string draftId(const Question &question);
bool tellsUsage(Fault fault);
// Writes the answer of a model that never answers properly; false for the others.
bool refuses(const Question &question, Script &script);
void plain(const Draft &draft, Script &script);
void stream(Draft &draft, Script &script);

} // namespace proxy::scripted
