// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/acting.h"

namespace proxy::scripted {

namespace {

constexpr std::size_t disturbedEvent = 3;

void append(Script &script, const std::vector<std::string> &events)
{
    for (const std::string &event : events)
        script.pieces.push_back({0, event});
}

void addEvent(const Question &question, const Worded &worded, std::size_t index, Script &script)
{
    const Fault fault = question.fault();
    if (fault == Fault::Comments && index % 3 == 1)
        script.pieces.push_back({0, ": PROCESSING\n\n"});
    const int pause = index == 0 ? 0 : question.scenario.pauseMs;
    if (fault == Fault::BadJsonChunk && index == disturbedEvent)
        script.pieces.push_back({pause, "data: {\"id\":\"broken\",\"choices\":[{\n\n"});
    else
        script.pieces.push_back({pause, worded.events[index]});
    if (fault == Fault::DuplicateChunk && index == disturbedEvent)
        script.pieces.push_back({0, worded.events[index]});
}

void endWhole(Fault fault, const Worded &worded, Script &script)
{
    if (fault != Fault::NoFinish && fault != Fault::DoneNoFinish)
        append(script, worded.finish);
    append(script, worded.usage);
    if (fault != Fault::NoFinish && fault != Fault::NoDone)
        append(script, worded.done);
}

// The end of a stream that broke off in the middle.
void endBroken(Fault fault, const Worded &worded, Script &script)
{
    if (fault == Fault::Cut)
        script.end = End::Cut;
    if (fault == Fault::Stall)
        script.end = End::Silent;
    if (fault == Fault::MidError || fault == Fault::MidErrorText || fault == Fault::EventError
        || fault == Fault::ErrorThenDone)
        script.pieces.push_back({0, worded.failure});
    if (fault == Fault::InventedStop)
        append(script, worded.finish);
    if (fault == Fault::ErrorThenDone || fault == Fault::InventedStop)
        append(script, worded.done);
}

void performStream(const Question &question, const Worded &worded, Script &script)
{
    const Fault fault = question.fault();
    const std::size_t whole = worded.events.size();
    const std::size_t count = breaksOff(fault) ? std::min(whole, whole / 2 + 1) : whole;
    for (std::size_t i = 0; i < count; ++i)
        addEvent(question, worded, i, script);
    if (breaksOff(fault))
        endBroken(fault, worded, script);
    else
        endWhole(fault, worded, script);
    pack(fault, question.scenario.pauseMs, script);
}

// The body cut in its middle, under the length of the whole.
void cutPlain(Script &script)
{
    std::string &body = script.pieces.back().bytes;
    script.headers.emplace_back("Content-Length", std::to_string(body.size()));
    body.resize(body.size() / 2);
}

} // namespace

bool breaksOff(Fault fault)
{
    switch (fault) {
    case Fault::Cut:
    case Fault::CleanCut:
    case Fault::MidError:
    case Fault::MidErrorText:
    case Fault::EventError:
    case Fault::ErrorThenDone:
    case Fault::Stall:
    case Fault::InventedStop:
        return true;
    default:
        return false;
    }
}

void perform(const Question &question, const Worded &worded, const Tokens &tokens, Script &script)
{
    const Fault fault = question.fault();
    script.bound = tokens;
    const bool withTheEnd = question.family() == Family::Responses && question.scan.stream && fault == Fault::NoDone;
    if (tellsUsage(fault) && !withTheEnd)
        script.told = tokens;
    if (question.scan.stream && !worded.events.empty() && fault != Fault::NotStreamed) {
        script.stream = true;
        script.contentType = fault == Fault::WrongContentType ? "application/json" : "text/event-stream; charset=utf-8";
        return performStream(question, worded, script);
    }
    if (fault == Fault::WrongContentType)
        script.contentType = "text/plain";
    script.pieces.push_back({0, worded.plain});
    if (!breaksOff(fault) || fault == Fault::InventedStop)
        return;
    script.end = fault == Fault::Stall ? End::Silent : End::Cut;
    cutPlain(script);
}

} // namespace proxy::scripted
