// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream_pool.h"
#include <boost/asio/connect.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <sys/socket.h>

namespace proxy {

namespace {
constexpr std::size_t readSize = 16'384;
constexpr std::size_t mostIdle = 64;
} // namespace

UpstreamConnection::UpstreamConnection(asio::io_context &io, asio::ssl::context *tls) : m_plain(io.get_executor())
{
    if (tls)
        m_tls.emplace(Socket(io.get_executor()), *tls);
    m_in.reserve(readSize);
}

Awaitable<std::string> UpstreamConnection::connect(const BaseUrl &url)
{
    asio::ip::basic_resolver<tcp, Executor> resolver(m_plain.get_executor());
    auto [unknown, found] = co_await resolver.async_resolve(url.host, url.port, useValue);
    if (unknown)
        co_return "the host " + url.host + " was not found (" + unknown.message() + ')';
    auto [refused, endpoint] = co_await asio::async_connect(socket(), found, useValue);
    if (refused)
        co_return url.authority() + ": " + refused.message();
    boost::system::error_code ignored;
    static_cast<void>(socket().set_option(tcp::no_delay(true), ignored));
    if (!m_tls)
        co_return std::string();
    co_return co_await handshake(url);
}

Awaitable<std::string> UpstreamConnection::handshake(const BaseUrl &url)
{
    boost::system::error_code error;
    static_cast<void>(m_tls->set_verify_mode(asio::ssl::verify_peer, error));
    static_cast<void>(m_tls->set_verify_callback(asio::ssl::host_name_verification(url.host), error));
    asio::ip::make_address(url.host, error);
    if (error) // a name, not an address
        SSL_ctrl(m_tls->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
            const_cast<char *>(url.host.c_str()));
    auto [failed] = co_await m_tls->async_handshake(asio::ssl::stream_base::client, useValue);
    if (!failed)
        co_return std::string();
    const long verdict = SSL_get_verify_result(m_tls->native_handle());
    if (verdict != X509_V_OK)
        co_return "its certificate was refused: " + std::string(X509_verify_cert_error_string(verdict));
    co_return "the TLS handshake failed: " + failed.message();
}

Awaitable<bool> UpstreamConnection::readSome()
{
    auto room = m_in.prepare(readSize);
    if (m_tls) {
        const auto [error, count] = co_await m_tls->async_read_some(room, useValue);
        m_in.commit(count);
        m_ended = error == asio::error::eof;
        co_return !error;
    }
    const auto [error, count] = co_await m_plain.async_read_some(room, useValue);
    m_in.commit(count);
    m_ended = error == asio::error::eof;
    co_return !error;
}

bool UpstreamConnection::stale()
{
    char byte = 0;
    return m_in.size() > 0 || ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

std::string UpstreamPool::add(const UpstreamConfig &config)
{
    const std::optional<BaseUrl> url = parseBaseUrl(config.baseUrl);
    if (!url)
        return "upstream \"" + config.name + "\": the base URL \"" + config.baseUrl
            + "\" must be http(s)://host[:port]/path, for instance https://api.openai.com/v1";
    Place place{*url, nullptr, {}};
    if (url->tls) {
        boost::system::error_code error;
        place.tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_client);
        if (config.caFile.empty())
            static_cast<void>(place.tls->set_default_verify_paths(error));
        else
            static_cast<void>(place.tls->load_verify_file(config.caFile, error));
        if (error)
            return "upstream \"" + config.name + "\": the authorities in \"" + config.caFile + "\" cannot be read";
    }
    m_places[config.name] = std::move(place);
    return {};
}

std::unique_ptr<UpstreamConnection> UpstreamPool::take(const std::string &upstream, bool &fresh)
{
    Place &place = m_places.at(upstream);
    while (!place.idle.empty()) {
        std::unique_ptr<UpstreamConnection> connection = std::move(place.idle.back());
        place.idle.pop_back();
        fresh = false;
        if (!connection->stale())
            return connection;
    }
    fresh = true;
    return std::make_unique<UpstreamConnection>(m_io, place.tls.get());
}

void UpstreamPool::giveBack(const std::string &upstream, std::unique_ptr<UpstreamConnection> connection)
{
    Place &place = m_places.at(upstream);
    if (place.idle.size() < mostIdle)
        place.idle.push_back(std::move(connection));
}

void UpstreamPool::closeIdle()
{
    for (auto &[name, place] : m_places)
        place.idle.clear();
}

} // namespace proxy
