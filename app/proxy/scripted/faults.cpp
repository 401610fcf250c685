// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/faults.h"
#include "proxy/errors.h"

namespace proxy::scripted {

namespace {

constexpr const char *eventStream = "text/event-stream; charset=utf-8";
constexpr const char *page = "<!DOCTYPE html>\n<html><head><title>Gateway</title></head>"
                             "<body><h1>Something went wrong</h1><p>nginx</p></body></html>\n";
constexpr const char *midError =
    R"({"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":null}})";

std::string event(const std::string &data)
{
    return "data: " + data + "\n\n";
}

void oneBody(Script &script, std::string body)
{
    script.pieces.push_back({0, std::move(body)});
}

// A different id for each chunk, a chunk that is no JSON, one of 4 MiB.
std::string disturbed(Draft &draft, std::size_t index)
{
    const Fault fault = draft.question.scenario.fault;
    if (fault == Fault::DuplicateId)
        draft.frames.setId(draft.question.id + '-' + std::to_string(index));
    if (fault == Fault::BadJsonChunk && index == 3)
        return "data: {\"id\":\"broken\",\"choices\":[{\n\n";
    if (fault == Fault::HugeLine && index == 3)
        return event(draft.frames.chunk(R"({"content":")" + std::string(4U << 20, 'x') + "\"}", {}));
    return event(draft.frames.chunk(draft.deltas[index], {}));
}

void addDeltas(Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    const std::size_t count = breaksOff(fault) ? draft.deltas.size() / 2 + 1 : draft.deltas.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (fault == Fault::Comments && i % 3 == 1)
            script.pieces.push_back({0, ": PROCESSING\n\n"});
        script.pieces.push_back({i == 0 ? 0 : draft.question.scenario.pauseMs, disturbed(draft, i)});
    }
}

void addFinish(const Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    if (fault == Fault::NoFinish || fault == Fault::DoneNoFinish)
        return;
    const std::string usage = fault == Fault::UsageInFinish ? usageJson(draft.tokens) : std::string();
    script.pieces.push_back({0, event(draft.frames.chunk("{}", draft.finish, usage))});
}

void addUsage(const Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    const bool wanted = draft.question.scan.includeUsage || fault == Fault::UsageUnasked;
    if (wanted && fault != Fault::NoUsage && fault != Fault::UsageInFinish)
        script.pieces.push_back({0, event(draft.frames.usageChunk(usageJson(draft.tokens)))});
}

// The end of a stream that broke off in the middle.
void breakOff(const Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    if (fault == Fault::Cut)
        script.end = End::Cut;
    if (fault == Fault::Stall)
        script.end = End::Silent;
    if (fault == Fault::MidError || fault == Fault::ErrorThenDone)
        script.pieces.push_back({0, event(midError)});
    if (fault == Fault::InventedStop)
        script.pieces.push_back({0, event(draft.frames.chunk("{}", "stop"))});
    if (fault == Fault::ErrorThenDone || fault == Fault::InventedStop)
        script.pieces.push_back({0, event("[DONE]")});
}

void withCrlf(Script &script)
{
    for (Piece &piece : script.pieces) {
        std::string text;
        for (const char c : piece.bytes)
            text += c == '\n' ? std::string("\r\n") : std::string(1, c);
        piece.bytes = text;
    }
}

std::string joined(const Script &script)
{
    std::string all;
    for (const Piece &piece : script.pieces)
        all += piece.bytes;
    return all;
}

void bytewise(Script &script)
{
    const std::string all = joined(script);
    script.pieces.clear();
    for (const char c : all)
        script.pieces.push_back({0, std::string(1, c)});
}

} // namespace

bool breaksOff(Fault fault)
{
    return fault == Fault::Cut || fault == Fault::CleanCut || fault == Fault::MidError || fault == Fault::ErrorThenDone
        || fault == Fault::Stall || fault == Fault::InventedStop;
}

void pack(Fault fault, int pauseMs, Script &script)
{
    if (fault == Fault::Crlf)
        withCrlf(script);
    if (fault == Fault::Bytewise)
        bytewise(script);
    if (fault == Fault::Buffered)
        script.pieces = {{pauseMs, joined(script)}};
}

void cutPlain(Script &script)
{
    std::string &body = script.pieces.back().bytes;
    script.headers.emplace_back("Content-Length", std::to_string(body.size()));
    body.resize(body.size() / 2);
}

std::string draftId(const Question &question)
{
    if (question.scenario.fault == Fault::NoId)
        return {};
    return question.scenario.fault == Fault::SameId ? "chatcmpl-cached" : question.id;
}

bool tellsUsage(Fault fault)
{
    return fault != Fault::NoUsage && fault != Fault::NoFinish && fault != Fault::DoneNoFinish && !breaksOff(fault);
}

bool refuses(const Question &question, Script &script)
{
    const Scenario &scenario = question.scenario;
    script.status = scenario.status;
    if (scenario.retryAfter > 0)
        script.headers.emplace_back("Retry-After", std::to_string(scenario.retryAfter));
    switch (scenario.fault) {
    case Fault::Refuse:
        oneBody(script,
            envelope({scenario.status, std::string(scenario.message), std::string(scenario.type),
                         std::string(scenario.code)},
                question.family, question.requestId));
        return true;
    case Fault::ErrorIn200:
        oneBody(script,
            envelope({500, "The server had an error while processing your request.", "server_error"}, question.family,
                question.requestId));
        return true;
    case Fault::EmptyRefusal:
    case Fault::Empty200:
        script.contentType.clear();
        oneBody(script, {});
        return true;
    case Fault::HtmlRefusal:
    case Fault::Html200:
        script.contentType = "text/html; charset=utf-8";
        oneBody(script, page);
        return true;
    default:
        return false;
    }
}

void plain(const Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    const std::string usage = fault == Fault::NoUsage ? std::string() : usageJson(draft.tokens);
    if (fault == Fault::WrongContentType)
        script.contentType = "text/plain";
    oneBody(script, draft.frames.answer(draft.message, fault == Fault::NoFinish ? "" : draft.finish, usage));
    if (breaksOff(fault) && fault != Fault::InventedStop)
        script.end = fault == Fault::Stall ? End::Silent : End::Cut;
    if (script.end != End::Clean)
        cutPlain(script);
    else if (fault != Fault::NoUsage)
        script.told = draft.tokens;
}

void stream(Draft &draft, Script &script)
{
    const Fault fault = draft.question.scenario.fault;
    script.stream = true;
    script.contentType = fault == Fault::WrongContentType ? "application/json" : eventStream;
    addDeltas(draft, script);
    if (breaksOff(fault)) {
        breakOff(draft, script);
    } else {
        addFinish(draft, script);
        addUsage(draft, script);
        if (fault != Fault::NoDone && fault != Fault::NoFinish)
            script.pieces.push_back({0, event("[DONE]")});
    }
    pack(fault, draft.question.scenario.pauseMs, script);
}

} // namespace proxy::scripted
