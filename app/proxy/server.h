// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_plane.h"
#include "proxy/awaitable.h"
#include "proxy/data_plane.h"
#include "proxy/loop.h"
#include "proxy/tls.h"
#include <array>
#include <unordered_set>

namespace proxy {

class Session;
class UpstreamPool;

// What every connection shares. On the gateway's thread.
struct Shared
{
    Loop &loop;
    const Limits &limits;
    DataPlane &data;
    AdminPlane &admin;
    UpstreamPool &pool;
    const TlsContext &tls; // empty: plain HTTP
    std::array<std::int64_t, 2> open = {}; // connections by plane
    std::unordered_set<Session *> sessions = {};
    std::int64_t openStreams = 0;
    bool draining = false;
};

// Listens on one port and runs a session for each connection.
class Listener final
{
public:
    enum class Plane { Data, Admin };

    Listener(Shared &shared, Plane plane)
        : m_shared(shared), m_plane(plane), m_socket(shared.loop), m_pause(shared.loop)
    {}

    // Binds and listens; "" or why not (portInUse says whether it is that). Whether it may listen there was decided.
    std::string listen(const std::string &host, std::uint16_t port, bool &portInUse);
    std::uint16_t port() const;
    void start();
    void stop();

private:
    static Awaitable<> accept(Listener &self);
    void take(int fd);

    Shared &m_shared;
    Plane m_plane;
    Descriptor m_socket;
    Pause m_pause;
};

} // namespace proxy
