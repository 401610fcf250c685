// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/connector.h"
#include <arpa/inet.h>
#include <cstring>
#include <netdb.h>
#include <netinet/tcp.h>
#include <system_error>

namespace proxy {

namespace {

Resolver::Found lookUp(const std::string &host, const std::string &port, int flags)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *list = nullptr;
    Resolver::Found found;
    if (const int error = ::getaddrinfo(host.c_str(), port.c_str(), &wanted, &list); error != 0)
        found.why = ::gai_strerror(error);
    for (const addrinfo *one = list; one; one = one->ai_next) {
        SocketAddress &address = found.addresses.emplace_back();
        std::memcpy(&address.bytes, one->ai_addr, one->ai_addrlen);
        address.size = one->ai_addrlen;
    }
    if (list)
        ::freeaddrinfo(list);
    return found;
}

// Waits until the connection stands, or not.
class Connecting final : public Waiter
{
public:
    explicit Connecting(Descriptor &socket) : m_socket(socket) {}

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_socket.waitWrite(*this);
    }
    // An error number; 0: connected.
    int await_resume() const
    {
        int error = 0;
        socklen_t size = sizeof error;
        if (m_cancelled || ::getsockopt(m_socket.fd(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
            return ECANCELED;
        return error;
    }
    void ready(bool cancelled) override
    {
        m_cancelled = cancelled;
        m_waiting.resume();
    }

private:
    Descriptor &m_socket;
    std::coroutine_handle<> m_waiting;
    bool m_cancelled = false;
};

// A new socket that begins to connect; 0, EINPROGRESS or why not.
int begin(Descriptor &socket, const SocketAddress &address)
{
    const int fd = ::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const bool done = ::connect(fd, reinterpret_cast<const sockaddr *>(&address.bytes), address.size) == 0;
    const int error = done ? 0 : errno;
    socket.open(fd);
    if (!done)
        socket.filled();
    return error;
}

} // namespace

std::string systemText(int error)
{
    return std::system_category().message(error);
}

Resolver::~Resolver()
{
    for (auto &[number, thread] : m_threads)
        thread.join();
}

Awaitable<Resolver::Found> Resolver::find(std::string host, std::string port)
{
    Found found = lookUp(host, port, AI_NUMERICHOST);
    if (!found.addresses.empty())
        co_return found;
    const std::uint64_t number = ++m_last;
    const auto start = [this, number, &host, &port](auto handler) {
        m_threads[number] = std::thread([this, number, host, port, handler] {
            m_loop.post([this, number, handler, found = lookUp(host, port, AI_ADDRCONFIG)] {
                m_threads.at(number).join();
                m_threads.erase(number);
                handler(found);
            });
        });
    };
    auto looked = operation<Found>(start);
    auto [answer] = co_await looked;
    co_return std::move(answer);
}

Awaitable<std::string> connectTo(Descriptor &socket, const BaseUrl &url, Resolver &resolver)
{
    const Resolver::Found found = co_await resolver.find(url.host, url.port);
    if (found.addresses.empty())
        co_return "the host " + url.host + " was not found (" + found.why + ')';
    int error = 0;
    for (const SocketAddress &address : found.addresses) {
        error = begin(socket, address);
        if (error == EINPROGRESS) {
            Connecting connecting(socket);
            error = co_await connecting;
        }
        if (error == 0 || error == ECANCELED)
            break;
    }
    if (error == 0)
        co_return std::string();
    co_return url.authority() + ": " + systemText(error);
}

} // namespace proxy
