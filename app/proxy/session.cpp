// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/session.h"
#include "proxy/clock.h"
#include <arpa/inet.h>
#include <cstddef>
#include <sys/socket.h>

namespace proxy {

namespace {

Address peerOf(int socket)
{
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    char text[64] = {};
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&from), &size) != 0)
        return {};
    const bool four = from.ss_family == AF_INET;
    const auto *bytes = reinterpret_cast<const char *>(&from);
    const std::size_t at = four ? offsetof(sockaddr_in, sin_addr) : offsetof(sockaddr_in6, sin6_addr);
    ::inet_ntop(from.ss_family, bytes + at, text, sizeof text);
    return parseAddress(text).value_or(Address{});
}

} // namespace

Session::Session(Shared &shared, Listener::Plane plane, int socket)
    : m_shared(shared), m_plane(plane), m_stream(shared.loop, socket), m_pause(shared.loop), m_peer(peerOf(socket))
{
    m_shared.sessions.insert(this);
    ++m_shared.open[std::size_t(m_plane)];
}

Session::~Session()
{
    m_in.release(); // keys came through here
    m_shared.sessions.erase(this);
    --m_shared.open[std::size_t(m_plane)];
}

Awaitable<> Session::run(std::unique_ptr<Session> self)
{
    bool more = co_await self->welcome();
    while (more) {
        more = co_await self->serveOne();
        self->forgetRequest();
    }
    self->m_stream.finish();
}

// TLS where it is wanted; and nobody is let in beyond the limit.
Awaitable<bool> Session::welcome()
{
    if (m_shared.tls) {
        m_stream.startTls(m_shared.tls);
        m_deadline.begin();
        m_deadline.start({m_shared.limits.headMs}, nullptr);
        const std::string why = co_await m_stream.handshake();
        m_deadline.end();
        if (!why.empty())
            co_return false;
    }
    const std::int64_t most = m_shared.limits.connections;
    if (m_shared.open[std::size_t(m_plane)] <= most)
        co_return true;
    co_await refuseAndClose(refuse::tooManyConnections(most));
    co_return false;
}

// One statement a co_await: g++ 12 evaluates some of those inside && and ?: wrongly.
Awaitable<bool> Session::serveOne()
{
    bool more = co_await readHead();
    if (more)
        more = co_await readBody();
    if (more)
        more = co_await answerRequest();
    co_return more;
}

void Session::check(std::int64_t nowMs)
{
    if (m_deadline.passes(nowMs))
        stopWait();
    if (!m_answering || m_left || !m_stream.peerGone())
        return;
    m_left = true;
    m_pause.wake();
    stopWait();
}

void Session::stopWait()
{
    if (Stream *other = m_deadline.other()) // closed, not cancelled: a connect would go on to the next address
        other->close();
    else
        m_stream.cancel();
}

void Session::drain()
{
    m_keepAlive = false;
    if (m_idle)
        m_stream.cancel();
}

void Session::abort()
{
    m_aborted = true;
    m_left = true;
    m_pause.wake();
    m_stream.close();
    if (Stream *other = m_deadline.other())
        other->close();
}

ClientWrite Session::write(Piece first, Piece second)
{
    const std::array<Piece, 2> pieces = {first, second};
    return {m_deadline, {m_shared.limits.writeMs}, m_stream, pieces, m_left};
}

UpstreamRead Session::readFrom(Stream &upstream, ByteBuffer &into, std::size_t room, WaitLimit limit)
{
    return {m_deadline, limit, upstream, into, room, m_left};
}

Awaitable<bool> Session::pause(int ms)
{
    if (ms > 0 && !m_left) {
        co_await m_pause.sleep(ms);
    }
    co_return !m_left;
}

void Session::forgetRequest()
{
    constexpr std::size_t mostKept = 65'536;
    m_in.consume(m_headSize + m_sizedBody);
    m_in.rest();
    if (m_in.size() == 0 && m_in.capacity() > mostKept)
        m_in.release();
    m_headSize = m_sizedBody = 0;
    m_headText.clear();
    m_chunkedBody.clear();
    if (m_chunkedBody.capacity() > mostKept)
        m_chunkedBody.shrink_to_fit();
}

Awaitable<bool> Session::answerRequest()
{
    m_answering = true;
    const Request wanted = request();
    bool more = false;
    if (m_plane == Listener::Plane::Data)
        more = co_await answerData(wanted);
    else
        more = co_await answerAdmin(wanted);
    m_answering = false;
    co_return more &&m_keepAlive && !m_left;
}

Awaitable<bool> Session::answerAdmin(Request wanted)
{
    const auto ask = [this, wanted](auto handler) {
        m_shared.admin.handle(wanted, [this, handler](Reply reply) {
            m_shared.loop.post([handler, reply = std::move(reply)] { handler(reply); });
        });
    };
    auto asked = operation<Reply>(ask);
    const auto [reply] = co_await asked;
    Call call;
    call.row.requestId = "adm_" + std::to_string(m_startUs);
    call.startUs = m_startUs;
    const std::string text = wholeAnswer(reply, call, m_keepAlive, m_isHead);
    co_return co_await write(text);
}

} // namespace proxy
