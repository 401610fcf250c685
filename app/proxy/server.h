// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_plane.h"
#include "proxy/data_plane.h"
#include "proxy/net.h"
#include <unordered_set>

namespace proxy {

class Session;
class UpstreamPool;

// What every connection shares. On the gateway's thread.
struct Shared
{
    asio::io_context &io;
    const Limits &limits;
    DataPlane &data;
    AdminPlane &admin;
    UpstreamPool &pool;
    std::unordered_set<Session *> sessions = {};
    std::int64_t openStreams = 0;
    bool draining = false;
};

// Listens on one port and runs a session for each connection.
class Listener final
{
public:
    enum class Plane { Data, Admin };

    Listener(Shared &shared, Plane plane) : m_shared(shared), m_plane(plane), m_acceptor(shared.io.get_executor()) {}

    // Binds and listens; "" or why not (portInUse says whether it is that).
    std::string listen(const std::string &host, std::uint16_t port, bool &portInUse);
    std::uint16_t port() const;
    void start();
    void stop();

private:
    static Awaitable<> accept(Listener &self);

    Shared &m_shared;
    Plane m_plane;
    Acceptor m_acceptor;
};

} // namespace proxy
