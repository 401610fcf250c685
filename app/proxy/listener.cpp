// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/connector.h"
#include "proxy/server.h"
#include "proxy/session.h"
#include <arpa/inet.h>
#include <netinet/tcp.h>

namespace proxy {

namespace {

// Waits for a connection; its descriptor, or the negative number of an error.
class Accepting final : public Waiter
{
public:
    explicit Accepting(Descriptor &socket) : m_socket(socket) {}

    bool await_ready() { return tried(); }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_socket.waitRead(*this);
    }
    int await_resume() const { return m_result; }
    void ready(bool cancelled) override
    {
        if (cancelled)
            m_result = -ECANCELED;
        else if (!tried())
            return m_socket.waitRead(*this);
        m_waiting.resume();
    }

private:
    bool tried()
    {
        const int fd = ::accept4(m_socket.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        m_result = fd < 0 ? -errno : fd;
        return fd >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    }

    Descriptor &m_socket;
    std::coroutine_handle<> m_waiting;
    int m_result = -ECANCELED;
};

std::optional<SocketAddress> addressOf(const std::string &host, std::uint16_t port)
{
    SocketAddress address;
    auto *four = reinterpret_cast<sockaddr_in *>(&address.bytes);
    auto *six = reinterpret_cast<sockaddr_in6 *>(&address.bytes);
    const std::string number = host == "localhost" ? "127.0.0.1" : host;
    if (::inet_pton(AF_INET, number.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        address.size = sizeof *four;
        return address;
    }
    if (::inet_pton(AF_INET6, number.c_str(), &six->sin6_addr) != 1)
        return {};
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    address.size = sizeof *six;
    return address;
}

} // namespace

std::string Listener::listen(const std::string &host, std::uint16_t port, bool &portInUse)
{
    const std::optional<SocketAddress> where = addressOf(host, port);
    if (!where)
        return '"' + host + "\" is no address of this machine, such as 127.0.0.1, ::1 or 0.0.0.0";
    const int fd = ::socket(where->bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return systemText(errno);
    m_socket.open(fd);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // its connections take it over
    const bool bound = ::bind(fd, reinterpret_cast<const sockaddr *>(&where->bytes), where->size) == 0;
    if (bound && ::listen(fd, 4096) == 0)
        return {};
    const int error = errno;
    portInUse = error == EADDRINUSE;
    return portInUse ? "port " + std::to_string(port) + " is in use by another program" : systemText(error);
}

std::uint16_t Listener::port() const
{
    sockaddr_in6 where{}; // the port lies at the same place in both kinds
    socklen_t size = sizeof where;
    ::getsockname(m_socket.fd(), reinterpret_cast<sockaddr *>(&where), &size);
    return ntohs(where.sin6_port);
}

void Listener::start()
{
    m_shared.loop.post([this] { accept(*this).detach(); });
}

void Listener::stop()
{
    m_socket.close();
    m_pause.wake();
}

Awaitable<> Listener::accept(Listener &self)
{
    while (self.m_socket.fd() >= 0) {
        Accepting accepting(self.m_socket);
        const int fd = co_await accepting;
        if (fd >= 0)
            self.take(fd);
        else if (fd != -ECANCELED && fd != -ECONNABORTED && fd != -EINTR)
            co_await self.m_pause.sleep(50); // out of descriptors: let some close before the next try
    }
}

void Listener::take(int fd)
{
    constexpr std::int64_t mostRefusedAtOnce = 64; // who is told so; the rest is closed without a word
    if (m_shared.open[std::size_t(m_plane)] >= m_shared.limits.connections + mostRefusedAtOnce)
        ::close(fd);
    else
        Session::run(std::make_unique<Session>(m_shared, m_plane, fd)).detach();
}

} // namespace proxy
