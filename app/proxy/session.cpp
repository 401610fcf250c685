// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/session.h"
#include "proxy/clock.h"
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <openssl/crypto.h>
#include <sys/socket.h>

namespace proxy {

namespace {

// Has the other side closed? Bytes that wait are left where they are.
bool peerGone(Socket &socket)
{
    char byte = 0;
    const ssize_t count = ::recv(socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

} // namespace

Session::Session(Shared &shared, Listener::Plane plane, Socket socket)
    : m_shared(shared), m_plane(plane), m_socket(std::move(socket)), m_pause(shared.io.get_executor())
{
    m_in.reserve(16'384);
    boost::system::error_code ignored;
    const auto from = m_socket.remote_endpoint(ignored).address();
    m_peer = parseAddress(from.to_string()).value_or(Address{});
    m_shared.sessions.insert(this);
}

Session::~Session()
{
    // Keys came through here.
    m_in.clear();
    const auto rest = m_in.prepare(m_in.capacity());
    OPENSSL_cleanse(rest.data(), rest.size());
    m_shared.sessions.erase(this);
}

Awaitable<> Session::run(std::unique_ptr<Session> self)
{
    while (co_await self->serveOne())
        self->forgetRequest();
    boost::system::error_code ignored;
    static_cast<void>(self->m_socket.shutdown(tcp::socket::shutdown_both, ignored));
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
    if (m_deadline && nowMs >= m_deadline) {
        m_deadline = 0;
        m_overdue = true;
        stopWait();
    }
    if (!m_answering || m_left || !peerGone(m_socket))
        return;
    m_left = true;
    m_pause.cancel();
    stopWait();
}

void Session::stopWait()
{
    boost::system::error_code ignored;
    if (m_other) // closed, not cancelled: a connect would go on to the next address
        static_cast<void>(m_other->close(ignored));
    else
        static_cast<void>(m_socket.cancel(ignored));
}

void Session::drain()
{
    m_keepAlive = false;
    boost::system::error_code ignored;
    if (m_idle)
        static_cast<void>(m_socket.cancel(ignored));
}

void Session::abort()
{
    boost::system::error_code ignored;
    m_aborted = true;
    m_left = true;
    m_pause.cancel();
    static_cast<void>(m_socket.close(ignored));
    if (m_other)
        static_cast<void>(m_other->close(ignored));
}

void Session::startWait(int limitMs, Socket *other)
{
    m_overdue = false;
    m_other = other;
    m_deadline = steadyMs() + limitMs;
}

void Session::endWait()
{
    m_deadline = 0;
    m_other = nullptr;
}

Awaitable<bool> Session::pause(int ms)
{
    if (ms > 0 && !m_left) {
        m_pause.expires_after(std::chrono::milliseconds(ms));
        static_cast<void>(co_await m_pause.async_wait(useValue));
    }
    co_return !m_left;
}

void Session::forgetRequest()
{
    m_in.consume(m_sizedBody);
    m_sizedBody = 0;
    m_chunkedBody.clear();
    m_parser.reset();
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
        // The handler moves; what calls it must be copyable.
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        m_shared.admin.handle(wanted, [this, kept](Reply reply) {
            asio::post(
                m_shared.io.get_executor(), [kept, reply = std::move(reply)]() mutable { (*kept)(std::move(reply)); });
        });
    };
    const Reply reply = co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Reply)>(
        ask, asio::use_awaitable_t<Executor>{});
    Call call;
    call.requestId = "adm_" + std::to_string(m_startUs);
    call.startUs = m_startUs;
    const std::string text = wholeAnswer(reply, call, m_keepAlive, m_isHead);
    co_return co_await write(asio::buffer(text));
}

} // namespace proxy
