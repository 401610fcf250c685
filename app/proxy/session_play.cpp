// SPDX-License-Identifier: GPL-3.0-or-later
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
    AnswerHead head(script.status, reasonOf(script.status));
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
    return head.ids(call).take(keepAlive);
}

} // namespace

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
    else if (script.end == scripted::End::Silent)
        m_shared.data.broken(call, Ended::Limit, "timeout");
    co_return clean;
}

Awaitable<bool> Session::playPieces(Call &call, const scripted::Script &script)
{
    const bool chunked = script.stream && m_http11;
    call.meter.begin(script.status, script.contentType);
    call.row.status = script.status;
    bool here = co_await pause(script.headDelayMs);
    if (!here) {
        call.row.status = 499;
        co_return false;
    }
    std::string out = headOf(script, call, chunked, m_keepAlive);
    call.row.firstByteMs = call.elapsedMs();
    for (const scripted::Piece &piece : script.pieces) {
        if (piece.pauseMs > 0)
            here = co_await pause(piece.pauseMs);
        if (!here)
            co_return false;
        call.meter.feed(piece.bytes, call.elapsedMs());
        out += chunked ? chunkOf(piece.bytes) : piece.bytes;
        here = co_await write(asio::buffer(out));
        out.clear();
    }
    if (here && script.end == scripted::End::Silent)
        co_return co_await pause(m_shared.limits.silenceMs);
    if (!here || !chunked || script.end != scripted::End::Clean)
        co_return here;
    co_return co_await write(asio::buffer(lastChunk));
}

} // namespace proxy
