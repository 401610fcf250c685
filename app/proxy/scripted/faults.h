// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/scripted/answer.h"
#include "proxy/scripted/frames.h"
#include "proxy/scripted/model.h"
#include "proxy/scripted/said.h"

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
void writeSaid(Draft &draft, const Said &said);
void writeToolCall(Draft &draft, const Said &said);

// Acts the faults out (faults.cpp).
std::string draftId(const Question &question);
bool tellsUsage(Fault fault);
bool breaksOff(Fault fault);
// How the bytes are cut into writes.
void pack(Fault fault, int pauseMs, Script &script);
// The body cut in its middle, under the length of the whole.
void cutPlain(Script &script);
// Writes the answer of a model that never answers properly; false for the others.
bool refuses(const Question &question, Script &script);
void plain(const Draft &draft, Script &script);
void stream(Draft &draft, Script &script);

} // namespace proxy::scripted
