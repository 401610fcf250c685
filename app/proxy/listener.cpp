// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/server.h"
#include "proxy/session.h"
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace proxy {

std::string Listener::listen(const std::string &host, std::uint16_t port, bool &portInUse)
{
    boost::system::error_code error;
    const asio::ip::address address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    if (error || !address.is_loopback())
        return '"' + host + "\" is no loopback address; this gateway listens on 127.0.0.1 or ::1 only";
    const tcp::endpoint where(address, port);
    static_cast<void>(m_acceptor.open(where.protocol(), error));
    static_cast<void>(m_acceptor.set_option(asio::socket_base::reuse_address(true), error));
    if (!error)
        static_cast<void>(m_acceptor.bind(where, error));
    if (!error)
        static_cast<void>(m_acceptor.listen(4096, error));
    if (!error)
        return {};
    portInUse = error == asio::error::address_in_use;
    return portInUse ? "port " + std::to_string(port) + " is in use by another program" : error.message();
}

std::uint16_t Listener::port() const
{
    boost::system::error_code error;
    return m_acceptor.local_endpoint(error).port();
}

void Listener::start()
{
    asio::co_spawn(m_shared.io.get_executor(), accept(*this), asio::detached);
}

void Listener::stop()
{
    boost::system::error_code ignored;
    static_cast<void>(m_acceptor.close(ignored));
}

Awaitable<> Listener::accept(Listener &self)
{
    while (self.m_acceptor.is_open()) {
        auto [error, socket] = co_await self.m_acceptor.async_accept(useValue);
        if (error == asio::error::operation_aborted)
            break;
        if (error) {
            // Out of descriptors: let some close before the next try.
            Timer pause(self.m_shared.io.get_executor(), std::chrono::milliseconds(50));
            co_await pause.async_wait(useValue);
            continue;
        }
        boost::system::error_code ignored;
        static_cast<void>(socket.set_option(tcp::no_delay(true), ignored));
        auto session = std::make_unique<Session>(self.m_shared, self.m_plane, std::move(socket));
        asio::co_spawn(self.m_shared.io.get_executor(), Session::run(std::move(session)), asio::detached);
    }
}

} // namespace proxy
