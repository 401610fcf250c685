// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/base_url.h"
#include "proxy/config.h"
#include "proxy/net.h"
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <map>
#include <memory>

namespace proxy {

// One connection to an upstream, plain or TLS, with what was read ahead of it.
class UpstreamConnection final
{
public:
    UpstreamConnection(asio::io_context &io, asio::ssl::context *tls);

    // "" when connected (and the certificate was good), else why not.
    Awaitable<std::string> connect(const BaseUrl &url);
    template<class Buffers>
    Awaitable<bool> write(const Buffers &buffers)
    {
        if (m_tls) {
            const auto [error, count] = co_await asio::async_write(*m_tls, buffers, useValue);
            co_return !error;
        }
        const auto [error, count] = co_await asio::async_write(m_plain, buffers, useValue);
        co_return !error;
    }
    // Appends what comes next to in(); false at the end or on an error.
    Awaitable<bool> readSome();

    // The other side ended the connection in order.
    bool ended() const { return m_ended; }
    Socket &socket() { return m_tls ? m_tls->next_layer() : m_plain; }
    beast::flat_buffer &in() { return m_in; }
    // The other side closed, or sent what nobody asked for.
    bool stale();

private:
    Awaitable<std::string> handshake(const BaseUrl &url);

    Socket m_plain;
    std::optional<asio::ssl::stream<Socket>> m_tls;
    beast::flat_buffer m_in;
    bool m_ended = false;
};

// Keep-alive connections by upstream. On the gateway's thread.
class UpstreamPool final
{
public:
    explicit UpstreamPool(asio::io_context &io) : m_io(io) {}

    // Learns an upstream; "" or why it cannot be used.
    std::string add(const UpstreamConfig &config);
    // An idle connection, or a new one that is not connected yet (fresh).
    std::unique_ptr<UpstreamConnection> take(const std::string &upstream, bool &fresh);
    // Takes back a connection whose last answer ended well.
    void giveBack(const std::string &upstream, std::unique_ptr<UpstreamConnection> connection);
    const BaseUrl &url(const std::string &upstream) const { return m_places.at(upstream).url; }
    void closeIdle();

private:
    struct Place
    {
        BaseUrl url;
        std::unique_ptr<asio::ssl::context> tls;
        std::vector<std::unique_ptr<UpstreamConnection>> idle;
    };

    asio::io_context &m_io;
    std::map<std::string, Place> m_places;
};

} // namespace proxy
