// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/faults.h"

namespace proxy::scripted {

namespace {

// Does the stream lack what says that it is whole?
bool endsOpen(Fault fault)
{
    return fault == Fault::NoDone || fault == Fault::NoFinish || fault == Fault::DoneNoFinish;
}

void performStream(const Question &question, const Worded &worded, Script &script)
{
    const Fault fault = question.scenario.fault;
    const std::size_t whole = worded.events.size();
    const std::size_t body = whole - worded.tail;
    const std::size_t count = breaksOff(fault) ? body / 2 + 1 : endsOpen(fault) ? body : whole;
    for (std::size_t i = 0; i < count; ++i) {
        if (fault == Fault::Comments && i % 3 == 1)
            script.pieces.push_back({0, ": PROCESSING\n\n"});
        script.pieces.push_back({i == 0 ? 0 : question.scenario.pauseMs, worded.events[i]});
    }
    if (fault == Fault::MidError || fault == Fault::ErrorThenDone)
        script.pieces.push_back({0, worded.failure});
    for (std::size_t i = body; fault == Fault::InventedStop && i < whole; ++i)
        script.pieces.push_back({0, worded.events[i]});
    script.end = fault == Fault::Cut ? End::Cut : fault == Fault::Stall ? End::Silent : End::Clean;
    pack(fault, question.scenario.pauseMs, script);
}

} // namespace

void perform(const Question &question, const Worded &worded, const Tokens &tokens, Script &script)
{
    const Fault fault = question.scenario.fault;
    script.bound = tokens;
    if (tellsUsage(fault))
        script.told = tokens;
    if (question.scan.stream && !worded.events.empty()) {
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
