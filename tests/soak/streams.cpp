// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/streams.h"
#include "soak/server.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace soak {

namespace {

constexpr int leavesOf100 = 20; // clients that leave in the middle of an answer
constexpr int leavesEarlyOf100 = 3; // and before its first byte
constexpr int staysOf100 = 50; // connections used for another call

// What a whole answer to "Count from 1 to N" says.
std::string numbersTo(int last)
{
    std::string text;
    for (int i = 1; i <= last; ++i)
        text += std::to_string(i) + ".\n";
    text.pop_back();
    return text;
}

// The payload of a chunked body; empty: it has not come to its end.
std::string payloadOf(std::string_view body)
{
    std::string payload;
    while (!body.empty()) {
        const std::size_t size = std::strtoul(std::string(body.substr(0, body.find("\r\n"))).c_str(), nullptr, 16);
        body.remove_prefix(std::min(body.size(), body.find("\r\n") + 2));
        if (size == 0)
            return payload;
        payload += body.substr(0, size);
        body.remove_prefix(std::min(body.size(), size + 2));
    }
    return {};
}

// The written text of a chat stream, put together.
std::string textOf(std::string_view payload)
{
    constexpr std::string_view mark = "\"content\":\"";
    std::string text;
    for (std::size_t at = payload.find(mark); at != std::string_view::npos; at = payload.find(mark, at)) {
        for (at += mark.size(); payload[at] != '"'; ++at) {
            const bool newline = payload[at] == '\\' && payload[at + 1] == 'n';
            text += newline ? '\n' : payload[at];
            at += newline;
        }
    }
    return text;
}

} // namespace

struct Streams::Client
{
    int socket = -1;
    bool reused = false;
    std::size_t number = 0; // of the call
    int last = 0; // the answer counts up to here
    int leavesAt = 0; // after so many bytes; 0: never
    std::string out;
    std::string in;
};

Streams::Streams(int port, std::vector<std::string> keys, int count, unsigned seed)
    : m_port(port), m_keys(std::move(keys)), m_random(seed), m_poll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_clients.resize(std::size_t(count));
    for (Client &client : m_clients)
        begin(client);
}

Streams::~Streams()
{
    for (Client &client : m_clients) {
        if (client.socket >= 0)
            ::close(client.socket);
    }
    ::close(m_poll);
}

bool Streams::connected(Client &client)
{
    client.reused = client.socket >= 0;
    if (client.reused)
        return true;
    client.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(static_cast<std::uint16_t>(m_port));
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.socket, reinterpret_cast<sockaddr *>(&where), sizeof where) != 0)
        return false;
    epoll_event wanted{EPOLLIN, {&client}};
    return ::epoll_ctl(m_poll, EPOLL_CTL_ADD, client.socket, &wanted) == 0;
}

void Streams::begin(Client &client)
{
    if (!connected(client))
        die("the gateway takes no connection any more");
    client.number = m_asked.size();
    client.last = dice(20, 120);
    client.leavesAt = dice(1, 100) <= leavesOf100 ? dice(1, 12'000) : 0;
    client.in.clear();
    m_asked.emplace_back();
    ++m_open;
    const std::string body = R"({"model":"soak","stream":true,"messages":[{"role":"user","content":"Count from 1 to )"
        + std::to_string(client.last) + R"(."}]})";
    client.out = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + m_keys[std::size_t(dice(0, int(m_keys.size()) - 1))] + "\r\nX-Client-Request-Id: soak-"
        + std::to_string(client.number)
        + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    send(client);
}

void Streams::send(Client &client)
{
    const ssize_t sent = ::send(client.socket, client.out.data(), client.out.size(), MSG_NOSIGNAL);
    // A kept connection may have been closed meanwhile: then this call was never read.
    if (sent != ssize_t(client.out.size()))
        return end(client, client.reused ? Seen::LeftEarly : Seen::Broken);
    if (dice(1, 100) <= leavesEarlyOf100)
        end(client, Seen::LeftEarly);
}

void Streams::turn(int ms, bool more)
{
    epoll_event events[256];
    const int count = ::epoll_wait(m_poll, events, 256, ms);
    for (int i = 0; i < count; ++i)
        read(*static_cast<Client *>(events[i].data.ptr));
    for (std::size_t i = 0; more && i < m_clients.size(); ++i) {
        if (m_clients[i].out.empty())
            begin(m_clients[i]);
    }
}

void Streams::read(Client &client)
{
    char bytes[32'768];
    const ssize_t count = ::recv(client.socket, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count > 0 && !client.out.empty()) {
        client.in.append(bytes, std::size_t(count));
        return took(client);
    }
    if (client.out.empty()) { // an idle connection was closed
        ::close(client.socket);
        client.socket = -1;
        return;
    }
    m_trouble = m_trouble.empty() && !client.reused ? "a connection ended in an answer" : m_trouble;
    end(client, client.reused && client.in.empty() ? Seen::LeftEarly : Seen::Broken);
}

void Streams::took(Client &client)
{
    if (client.leavesAt > 0 && client.in.size() >= std::size_t(client.leavesAt))
        return end(client, Seen::Left);
    const std::size_t head = client.in.find("\r\n\r\n");
    if (head == std::string::npos)
        return;
    const bool chunked = client.in.find("Transfer-Encoding: chunked") < head;
    const std::size_t length = client.in.find("Content-Length: ");
    const bool whole = chunked
        ? client.in.ends_with("0\r\n\r\n")
        : length < head && client.in.size() >= head + 4 + std::stoul(client.in.substr(length + 16));
    if (whole)
        judge(client);
}

// A whole answer: a refusal, or every number in its order and the end mark.
void Streams::judge(Client &client)
{
    const std::size_t body = client.in.find("\r\n\r\n") + 4;
    const int status = std::atoi(client.in.c_str() + 9);
    m_asked[client.number].status = status;
    if (status != 200)
        return end(client, Seen::Refused);
    const std::string payload = payloadOf(std::string_view(client.in).substr(body));
    const bool right = textOf(payload) == numbersTo(client.last) && payload.ends_with("data: [DONE]\n\n");
    for (std::size_t at = payload.find("data: "); at != std::string::npos; at = payload.find("data: ", at + 1))
        ++m_chunks;
    if (!right && m_trouble.empty())
        m_trouble = "an answer is not what was asked for: " + payload.substr(0, 400);
    end(client, right ? Seen::Whole : Seen::Broken);
}

void Streams::end(Client &client, Seen seen)
{
    m_asked[client.number].seen = seen;
    --m_open;
    client.out.clear();
    const bool stays = (seen == Seen::Whole || seen == Seen::Refused) && dice(1, 100) <= staysOf100;
    if (stays)
        return;
    ::close(client.socket);
    client.socket = -1;
}

} // namespace soak
