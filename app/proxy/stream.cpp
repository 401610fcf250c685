// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/stream.h"
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace proxy {

namespace {

constexpr std::size_t mostJoined = 65'536; // larger writes go out piece by piece

// Takes what was written off the front.
std::span<Piece> rest(std::span<Piece> pieces, std::size_t written)
{
    while (!pieces.empty() && written >= pieces.front().size()) {
        written -= pieces.front().size();
        pieces = pieces.subspan(1);
    }
    if (!pieces.empty())
        pieces.front().remove_prefix(written);
    return pieces;
}

constexpr int sendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;

ssize_t sendOne(int socket, Piece piece)
{
    return ::send(socket, piece.data(), piece.size(), sendFlags);
}

ssize_t sendSome(int socket, std::span<const Piece> pieces)
{
    std::array<iovec, 6> parts{};
    for (std::size_t i = 0; i < pieces.size(); ++i)
        parts[i] = {const_cast<char *>(pieces[i].data()), pieces[i].size()};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = pieces.size();
    return ::sendmsg(socket, &message, sendFlags);
}

} // namespace

// The TLS handshake, either side of it.
class Stream::Handshake final : public Stream::Wait
{
public:
    explicit Handshake(Stream &stream) : Wait(stream) {}

private:
    Step attempt() override
    {
        ERR_clear_error();
        return m_stream.sslStep(SSL_do_handshake(m_stream.m_tls.get()));
    }
};

void Stream::Wait::await_suspend(std::coroutine_handle<> waiting)
{
    m_waiting = waiting;
    waitOn();
}

bool Stream::Wait::tried()
{
    m_step = attempt();
    return m_step == Step::Done || m_step == Step::Failed;
}

void Stream::Wait::waitOn()
{
    if (m_step == Step::WantsRead)
        m_stream.m_socket.waitRead(*this);
    else
        m_stream.m_socket.waitWrite(*this);
}

void Stream::Wait::ready(bool cancelled)
{
    if (cancelled)
        m_step = Step::Failed;
    else if (!tried())
        return waitOn();
    m_waiting.resume();
}

Stream::Write::Write(Stream &stream, std::span<const Piece> pieces) : Wait(stream)
{
    for (const Piece piece : pieces)
        m_pieces[m_count++] = piece;
}

Stream::Read Stream::readSome(ByteBuffer &into, std::size_t room)
{
    return Read(*this, into, room);
}

Stream::Write Stream::write(std::span<const Piece> pieces)
{
    return Write(*this, pieces);
}

void Stream::startTls(const TlsContext &context, const std::string &host)
{
    m_tls = context.over(m_socket.fd(), host);
}

Awaitable<std::string> Stream::handshake()
{
    if (!m_tls)
        co_return "TLS could not be set up";
    Handshake handshake(*this);
    const bool done = co_await handshake;
    co_return done ? std::string() : tlsFault(m_tls.get());
}

Stream::Step Stream::sslStep(int result)
{
    if (result > 0)
        return Step::Done;
    const int why = SSL_get_error(m_tls.get(), result);
    m_ended = why == SSL_ERROR_ZERO_RETURN;
    if (why == SSL_ERROR_WANT_READ)
        m_socket.drained();
    if (why == SSL_ERROR_WANT_WRITE)
        m_socket.filled();
    return why == SSL_ERROR_WANT_READ ? Step::WantsRead : why == SSL_ERROR_WANT_WRITE ? Step::WantsWrite : Step::Failed;
}

Stream::Step Stream::readNow(ByteBuffer &into, std::size_t room)
{
    if (m_socket.fd() < 0)
        return Step::Failed;
    if (!m_tls)
        return m_socket.readable() ? readPlain(into, room) : Step::WantsRead;
    if (!m_socket.readable() && SSL_has_pending(m_tls.get()) == 0)
        return Step::WantsRead;
    char *place = into.room(room);
    ERR_clear_error();
    const int count = SSL_read(m_tls.get(), place, int(room));
    if (count > 0)
        into.commit(std::size_t(count));
    return sslStep(count);
}

Stream::Step Stream::readPlain(ByteBuffer &into, std::size_t room)
{
    char *place = into.room(room);
    ssize_t count = 0;
    do
        count = ::recv(m_socket.fd(), place, room, MSG_DONTWAIT);
    while (count < 0 && errno == EINTR);
    if (count < ssize_t(room)) // there is no more: the next event tells of more
        m_socket.drained();
    if (count > 0)
        into.commit(std::size_t(count));
    m_ended = count == 0;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        into.rest(); // who waits needs no memory
        return Step::WantsRead;
    }
    return count > 0 ? Step::Done : Step::Failed;
}

Stream::Step Stream::writeNow(std::span<Piece> pieces)
{
    return m_tls ? writeTls(pieces) : writePlain(pieces);
}

Stream::Step Stream::writePlain(std::span<Piece> pieces)
{
    pieces = rest(pieces, 0);
    if (m_socket.fd() < 0)
        return Step::Failed;
    while (!pieces.empty()) {
        const ssize_t sent =
            pieces.size() == 1 ? sendOne(m_socket.fd(), pieces.front()) : sendSome(m_socket.fd(), pieces);
        if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            m_socket.filled();
            return Step::WantsWrite;
        }
        if (sent < 0 && errno != EINTR)
            return Step::Failed;
        pieces = rest(pieces, sent < 0 ? 0 : std::size_t(sent));
    }
    return Step::Done;
}

// One record for a head and its body: several small ones would be several packets.
Stream::Step Stream::writeTls(std::span<Piece> pieces)
{
    std::size_t size = 0;
    for (const Piece piece : pieces)
        size += piece.size();
    if (m_joined.empty() && pieces.size() > 1 && size <= mostJoined) {
        for (Piece &piece : pieces) {
            m_joined += piece;
            piece = {};
        }
        pieces.front() = m_joined;
    }
    for (Piece &piece : pieces) {
        while (!piece.empty()) {
            ERR_clear_error();
            const int count = SSL_write(m_tls.get(), piece.data(), int(std::min<std::size_t>(piece.size(), 1U << 20)));
            if (const Step step = sslStep(count); step != Step::Done)
                return step;
            piece.remove_prefix(std::size_t(count));
        }
    }
    OPENSSL_cleanse(m_joined.data(), m_joined.size());
    m_joined.clear();
    return Step::Done;
}

bool Stream::handshakeFailed() const
{
    return m_tls && !SSL_is_init_finished(m_tls.get());
}

bool Stream::peerGone()
{
    if (!m_socket.hungUp())
        return false;
    if (m_tls) // what TLS itself sends at the end would look like more bytes
        return true;
    char byte = 0;
    const ssize_t count = ::recv(m_socket.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

bool Stream::quiet()
{
    if (m_socket.fd() < 0 || m_socket.hungUp())
        return false;
    char byte = 0;
    return !m_socket.readable()
        || (::recv(m_socket.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
}

void Stream::finish()
{
    if (m_socket.fd() < 0)
        return;
    if (m_tls && SSL_is_init_finished(m_tls.get())) {
        ERR_clear_error();
        SSL_shutdown(m_tls.get());
    }
    ::shutdown(m_socket.fd(), SHUT_WR);
}

} // namespace proxy
