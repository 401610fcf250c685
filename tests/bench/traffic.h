// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

// What the load generator and the streaming upstream of the gateway's benchmark share: plain sockets, one epoll, one
// clock. Both run on one machine, so a time stamp one of them sends can be read by the other.
namespace traffic {

constexpr int chunksOfStream = 100;
constexpr std::int64_t chunkPeriodNs = 10'000'000;

inline std::int64_t nowNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

[[noreturn]] inline void die(const char *what)
{
    std::fprintf(stderr, "bench_traffic: %s\n", what);
    std::exit(1);
}

inline sockaddr_in loopback(int port)
{
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(static_cast<std::uint16_t>(port));
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return where;
}

inline void setNoDelay(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

inline int connected(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in where = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&where), sizeof where) != 0)
        die("nobody listens there");
    setNoDelay(socket);
    return socket;
}

inline void sendAll(int socket, std::string_view bytes)
{
    if (::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
        die("a write was cut short");
}

// Appends what is there; false at the end.
inline bool receive(int socket, std::string &in)
{
    char bytes[16'384];
    const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
    if (count > 0)
        in.append(bytes, std::size_t(count));
    return count > 0;
}

// One epoll over sockets known by a number.
class Poll final
{
public:
    void add(int socket, std::size_t number)
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = number;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    }
    // Waits until something is readable or that time has come; calls read(number) for each.
    template<class Read>
    void wait(std::int64_t untilNs, Read read)
    {
        epoll_event events[256];
        const std::int64_t left = std::max<std::int64_t>(0, untilNs - nowNs());
        const timespec limit{left / 1'000'000'000, left % 1'000'000'000};
        const int count = epoll_pwait2(m_epoll, events, 256, &limit, nullptr);
        for (int i = 0; i < count; ++i)
            read(std::size_t(events[i].data.u64));
    }

private:
    int m_epoll = epoll_create1(EPOLL_CLOEXEC);
};

// A chat call of a thousand bytes.
inline std::string chatCall(const std::string &model, bool stream)
{
    const std::string members = stream ? R"(,"stream":true)" : "";
    std::string body =
        R"({"model":")" + model + R"(","max_tokens":64)" + members + R"(,"messages":[{"role":"user","content":")";
    body += std::string(1000 - body.size(), 'x') + "\"}]}";
    const char *key = std::getenv("BENCH_KEY");
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + std::string(key ? key : "")
        + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// The bytes of the whole answer with a length at the front of the text; 0 while it is not whole.
inline std::size_t wholeAnswer(std::string_view in)
{
    const std::size_t head = in.find("\r\n\r\n");
    if (head == std::string_view::npos)
        return 0;
    std::size_t at = in.find("Content-Length: ");
    if (at > head)
        at = in.find("content-length: ");
    if (at > head)
        die("an answer without a length");
    const std::size_t all = head + 4 + std::strtoul(in.data() + at + 16, nullptr, 10);
    return in.size() >= all ? all : 0;
}

// The value below which so many of a hundred lie. Sorts.
inline double percentile(std::vector<std::int64_t> &values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto at = std::size_t(percent / 100 * double(values.size() - 1));
    return double(values[at]) / 1000;
}

} // namespace traffic
