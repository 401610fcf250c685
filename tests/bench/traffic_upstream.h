// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "traffic.h"
#include <deque>

namespace traffic {

// An upstream that answers every call with a stream: a hundred chunks, one each 10 ms, each with its number and the time
// it was sent.
class Upstream final
{
public:
    explicit Upstream(int port) : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int on = 1;
        const sockaddr_in where = loopback(port);
        setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&where), sizeof where) != 0
            || ::listen(m_listener, 4096) != 0)
            die("the port of the upstream is taken");
        m_poll.add(m_listener, std::size_t(m_listener));
    }

    [[noreturn]] void serve()
    {
        for (;;) {
            const std::int64_t next = m_due.empty() ? nowNs() + 1'000'000'000 : m_due.front().at;
            m_poll.wait(next, [this](std::size_t socket) { ready(int(socket)); });
            while (!m_due.empty() && m_due.front().at <= nowNs())
                sendNext();
        }
    }

private:
    struct Stream
    {
        std::string in;
        int sent = -1; // chunks; -1: none runs
    };
    struct Due
    {
        std::int64_t at;
        int socket;
    };

    void ready(int socket)
    {
        if (socket == m_listener) {
            const int fresh = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            setNoDelay(fresh);
            m_streams.resize(std::max(m_streams.size(), std::size_t(fresh) + 1));
            m_streams[std::size_t(fresh)] = {};
            m_poll.add(fresh, std::size_t(fresh));
            return;
        }
        Stream &stream = m_streams[std::size_t(socket)];
        if (!receive(socket, stream.in)) {
            std::erase_if(m_due, [socket](const Due &due) { return due.socket == socket; });
            ::close(socket);
        } else if (const std::size_t size = wholeAnswer(stream.in); size > 0) { // a request has the same shape
            stream.in.erase(0, size);
            begin(socket, stream);
        }
    }

    void begin(int socket, Stream &stream)
    {
        stream.sent = 0;
        sendAll(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        m_due.push_back({nowNs() + chunkPeriodNs, socket});
    }

    // All streams have one period: who was first is due first.
    void sendNext()
    {
        const Due due = m_due.front();
        m_due.pop_front();
        Stream &stream = m_streams[std::size_t(due.socket)];
        if (stream.sent == chunksOfStream) {
            const std::string end =
                chunkOf(R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1,)"
                        R"("model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
                        "\n\ndata: [DONE]\n\n");
            sendAll(due.socket, end + "0\r\n\r\n");
            return;
        }
        char event[400];
        const int size = std::snprintf(event, sizeof event,
            R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1,"model":"m","choices":)"
            R"([{"index":0,"delta":{"content":"%d %lld"},"finish_reason":null}]})"
            "\n\n",
            stream.sent++, static_cast<long long>(nowNs()));
        sendAll(due.socket, chunkOf({event, std::size_t(size)}));
        m_due.push_back({due.at + chunkPeriodNs, due.socket});
    }

    static std::string chunkOf(std::string_view bytes)
    {
        char size[20];
        return std::string(size, std::size_t(std::snprintf(size, sizeof size, "%zx\r\n", bytes.size())))
            .append(bytes)
            .append("\r\n");
    }

    int m_listener;
    Poll m_poll;
    std::vector<Stream> m_streams; // by socket
    std::deque<Due> m_due;
};

} // namespace traffic
