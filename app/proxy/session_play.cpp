// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/forwarder.h"
#include "proxy/session.h"

namespace proxy {

namespace {

// An answer with a length of its own choice says so in its headers.
bool hasLength(const scripted::Script &script)
{
    for (const auto &[name, value] : script.headers) {
        if (name == "Content-Length")
            return true;
    }
    return false;
}

std::string headOf(const scripted::Script &script, const Call &call, bool chunked, bool keepAlive)
{
    HeadText text;
    AnswerHead head(text, script.status, reasonOf(script.status));
    if (!script.contentType.empty())
        head.header("Content-Type", script.contentType);
    if (script.stream)
        head.header("Cache-Control", "no-cache");
    for (const auto &[name, value] : script.headers)
        head.header(name, value);
    if (chunked)
        head.header("Transfer-Encoding", "chunked");
    else if (!script.stream && !hasLength(script))
        head.header("Content-Length", std::to_string(script.pieces.front().bytes.size()));
    head.version(call).ids(call).end(keepAlive);
    return std::string(text.view());
}

} // namespace

Awaitable<bool> Session::answerData(Request wanted)
{
    Call call = m_shared.data.begin(wanted);
    Answer answer = m_shared.data.decide(wanted, call);
    const bool whole = co_await carryOut(call, std::move(answer), wanted);
    m_shared.data.finish(call);
    co_return whole;
}

// Attempt after attempt, until one is what the client gets.
Awaitable<bool> Session::carryOut(Call &call, Answer answer, Request wanted)
{
    while (true) {
        std::optional<Refusal> refusal;
        std::optional<Forwarder> forwarder;
        scripted::Script *script = std::get_if<scripted::Script>(&answer);
        if (Reply *reply = std::get_if<Reply>(&answer))
            co_return co_await tell(call, std::move(*reply));
        if (Held *held = std::get_if<Held>(&answer)) {
            answer = co_await whenThereIsRoom(call, std::move(*held), wanted);
            continue;
        }
        if (script) {
            refusal = co_await awaitHead(call, script->headDelayMs);
        } else {
            forwarder.emplace(*this, call);
            refusal = co_await forwarder->reach(std::get<Forward>(answer), wanted);
        }
        if (m_left) {
            call.row.status = 499;
            call.row.costNanos = 0;
            m_shared.data.broken(call, Ended::ClientLeft, nullptr);
            co_return false;
        }
        const int status = refusal ? refusal->status : script ? script->status : call.row.status;
        const char *errorClass = refusal ? refusal->errorClass : classOf(status);
        if (std::optional<Answer> next = m_shared.data.another(wanted, call, status, errorClass)) {
            forwarder.reset();
            answer = std::move(*next);
            continue;
        }
        if (refusal)
            co_return co_await tell(call, m_shared.data.refused(call, *refusal));
        if (script)
            co_return co_await play(call, std::move(*script));
        if (call.row.streamed)
            letRequestGo(call);
        co_return co_await forwarder->deliver();
    }
}

// A stream can last for minutes, and nothing is sent again once it has begun: a long prompt is not kept so long.
void Session::letRequestGo(Call &call)
{
    call.words.append(call.method).append(call.path);
    const std::string_view words = call.words;
    call.path = words.substr(call.method.size());
    call.method = words.substr(0, call.method.size());
    forgetRequest();
}

// Waits until a running call of the key has ended, or the time is up; then tries again or refuses.
Awaitable<Answer> Session::whenThereIsRoom(Call &call, Held held, Request request)
{
    std::list<std::function<void()>> &waiting = call.key->waiting;
    const auto place = waiting.insert(waiting.end(), [this] { m_pause.wake(); });
    const bool here = co_await pause(int(held.waitMs));
    waiting.erase(place);
    if (!here || steadyMs() >= call.patientUntilMs)
        co_return m_shared.data.refused(call, held.refusal);
    co_return m_shared.data.again(request, call);
}

Awaitable<bool> Session::tell(Call &call, Reply reply)
{
    call.row.status = reply.status;
    const std::string text = wholeAnswer(reply, call, m_keepAlive, m_isHead);
    const bool told = co_await write(text);
    if (!told)
        m_shared.data.broken(call, Ended::ClientLeft, nullptr);
    co_return told;
}

// A scripted upstream takes its time, and is given up when its route says how long that may be.
Awaitable<std::optional<Refusal>> Session::awaitHead(Call &call, int delayMs)
{
    const int own = call.route->times.firstByteMs;
    const int limit = own > 0 ? own : delayMs;
    static_cast<void>(co_await pause(std::min(delayMs, limit)));
    co_return delayMs > limit ? std::optional(refuse::silent(call.route->upstream, limit)) : std::nullopt;
}

Awaitable<bool> Session::play(Call &call, scripted::Script script)
{
    if (script.stream && !m_http11)
        m_keepAlive = false; // the end of the connection is the end of the message
    m_shared.openStreams += script.stream;
    const bool whole = co_await playPieces(call, script);
    m_shared.openStreams -= script.stream;
    const bool clean = whole && script.end == scripted::End::Clean;
    call.meter.finish(clean);
    const bool told = clean && script.told.input.has_value();
    m_shared.data.answered(call, told ? script.told : clean ? Tokens() : call.meter.tokens());
    if (m_left && !whole) // who has it all may go
        m_shared.data.broken(call, Ended::ClientLeft, nullptr);
    else if (script.end == scripted::End::Silent || (!whole && overdue()))
        m_shared.data.broken(call, Ended::Limit, "timeout");
    co_return clean;
}

Awaitable<bool> Session::playPieces(Call &call, const scripted::Script &script)
{
    const bool chunked = script.stream && m_http11;
    call.meter.begin(call.endpoint.family, script.status, script.contentType);
    call.row.status = script.status;
    if (script.end == scripted::End::HangUp)
        co_return false;
    bool here = true;
    std::string out = headOf(script, call, chunked, m_keepAlive);
    call.row.firstByteMs = call.elapsedMs();
    const std::int64_t until = steadyMs() + call.times.totalMs - script.headDelayMs;
    for (const scripted::Piece &piece : script.pieces) {
        if (steadyMs() >= until) {
            m_deadline.expire();
            co_return false;
        }
        if (piece.pauseMs > 0)
            here = co_await pause(piece.pauseMs);
        if (!here)
            co_return false;
        call.meter.feed(piece.bytes, call.elapsedMs());
        out += chunked ? chunkOf(piece.bytes) : piece.bytes;
        here = co_await write(out);
        out.clear();
    }
    if (here && script.end == scripted::End::Silent)
        co_return co_await pause(call.times.idleMs);
    if (!here || !chunked || script.end != scripted::End::Clean)
        co_return here;
    co_return co_await write(lastChunk);
}

} // namespace proxy
