// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/awaitable.h"
#include "proxy/base_url.h"
#include "proxy/loop.h"
#include <netinet/in.h>
#include <thread>

namespace proxy {

// A socket address.
struct SocketAddress
{
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

// Names of hosts, looked up on threads of their own: the system's resolver waits. On the loop's thread.
class Resolver final
{
public:
    explicit Resolver(Loop &loop) : m_loop(loop) {}
    ~Resolver();

    struct Found
    {
        std::vector<SocketAddress> addresses;
        std::string why; // when there are none
    };
    Awaitable<Found> find(std::string host, std::string port);

private:
    Loop &m_loop;
    std::map<std::uint64_t, std::thread> m_threads;
    std::uint64_t m_last = 0;
};

// A socket connected to the first of the addresses that takes it; "" or why none did.
Awaitable<std::string> connectTo(Descriptor &socket, const BaseUrl &url, Resolver &resolver);

// The text of a system error number.
std::string systemText(int error);

} // namespace proxy
