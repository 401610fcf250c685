// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/awaitable.h"
#include "proxy/byte_buffer.h"
#include "proxy/loop.h"
#include "proxy/tls.h"
#include <array>
#include <span>

namespace proxy {

// A piece of what is to be written.
using Piece = std::string_view;

// One connection, plain or TLS, for a session or an upstream: the border behind which nobody asks which of the two it is.
// Errors end a read or a write; nothing is thrown. On the gateway's thread.
class Stream final
{
public:
    // fd: a connected socket, taken over; -1: none yet.
    explicit Stream(Loop &loop, int fd = -1) : m_socket(loop, fd) {}

    Descriptor &socket() { return m_socket; }
    // From now on TLS is spoken; handshake() must follow. host: whose certificate is wanted, of an upstream.
    void startTls(const TlsContext &context, const std::string &host = {});
    // "" when done, else why not.
    Awaitable<std::string> handshake();

    class Wait;
    class Read;
    class Write;
    class Handshake;
    // Appends what comes next, for which so much room is made; false at the end or on an error.
    Read readSome(ByteBuffer &into, std::size_t room);
    // Writes all of it; false when that failed. At most six pieces, alive until then.
    Write write(std::span<const Piece> pieces);

    // TLS was begun and did not come about.
    bool handshakeFailed() const;
    // The other side ended the connection in order.
    bool ended() const { return m_ended; }
    // The other side has closed; bytes that wait are left where they are.
    bool peerGone();
    // Nothing was sent by the other side, and it is still there.
    bool quiet();
    // Says that nothing more will be written.
    void finish();
    // Both end a wait: it fails.
    void close() { m_socket.close(); }
    void cancel() { m_socket.cancel(); }

private:
    enum class Step { Done, Failed, WantsRead, WantsWrite };

    Step sslStep(int result);
    Step readNow(ByteBuffer &into, std::size_t room);
    Step readPlain(ByteBuffer &into, std::size_t room);
    Step writeNow(std::span<Piece> pieces);
    Step writePlain(std::span<Piece> pieces);
    Step writeTls(std::span<Piece> pieces);

    Descriptor m_socket;
    TlsPointer m_tls;
    std::string m_joined; // what TLS writes as one record
    bool m_ended = false;
};

// Something that is tried, and tried again whenever the socket is ready for it. Awaited once, where it was made.
class Stream::Wait : public Waiter
{
public:
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;
    bool await_ready() { return tried(); }
    void await_suspend(std::coroutine_handle<> waiting);
    bool await_resume() const { return m_step == Step::Done; }
    void ready(bool cancelled) final;

protected:
    explicit Wait(Stream &stream) : m_stream(stream) {}
    ~Wait() = default;
    virtual Step attempt() = 0;

    Stream &m_stream;

private:
    bool tried();
    void waitOn();

    std::coroutine_handle<> m_waiting;
    Step m_step = Step::Failed;
};

class Stream::Read final : public Stream::Wait
{
public:
    Read(Stream &stream, ByteBuffer &into, std::size_t room) : Wait(stream), m_into(into), m_room(room) {}

private:
    Step attempt() override { return m_stream.readNow(m_into, m_room); }

    ByteBuffer &m_into;
    std::size_t m_room;
};

class Stream::Write final : public Stream::Wait
{
public:
    Write(Stream &stream, std::span<const Piece> pieces);

private:
    Step attempt() override { return m_stream.writeNow({m_pieces.data(), m_count}); }

    std::array<Piece, 6> m_pieces;
    std::size_t m_count = 0;
};

} // namespace proxy
