// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/base_url.h"
#include "proxy/config.h"
#include "proxy/connector.h"
#include "proxy/http_head.h"
#include "proxy/stream.h"
#include <map>

namespace proxy {

// One connection to an upstream, plain or TLS, with what was read ahead of it.
class UpstreamConnection final
{
public:
    explicit UpstreamConnection(Loop &loop) : m_stream(loop) {}

    // "" when connected (and the certificate was good), else why not.
    Awaitable<std::string> connect(const BaseUrl &url, const TlsContext &tls, Resolver &resolver);

    Stream &stream() { return m_stream; }
    ByteBuffer &in() { return m_in; }
    HttpHead &head() { return m_head; } // of the last answer: views into in()
    // The other side closed, or sent what nobody asked for.
    bool stale() { return m_in.size() > 0 || !m_stream.quiet(); }

private:
    Stream m_stream;
    ByteBuffer m_in;
    HttpHead m_head;
};

// An upstream's address, and its connections that wait for the next call.
struct UpstreamPlace
{
    BaseUrl url;
    std::string authority; // the Host header
    TlsContext tls;
    std::vector<std::unique_ptr<UpstreamConnection>> idle;
};

// Keep-alive connections by upstream. On the gateway's thread.
class UpstreamPool final
{
public:
    explicit UpstreamPool(Loop &loop) : m_loop(loop), m_resolver(loop) {}

    // Learns an upstream; "" or why it cannot be used.
    std::string add(const UpstreamConfig &config);
    UpstreamPlace &place(const std::string &upstream) { return m_places.at(upstream); }
    // An idle connection, or a new one that is not connected yet (fresh).
    std::unique_ptr<UpstreamConnection> take(UpstreamPlace &place, bool &fresh);
    // Takes back a connection whose last answer ended well.
    static void giveBack(UpstreamPlace &place, std::unique_ptr<UpstreamConnection> connection);
    void closeIdle();
    Resolver &resolver() { return m_resolver; }

private:
    Loop &m_loop;
    Resolver m_resolver;
    std::map<std::string, UpstreamPlace> m_places;
};

} // namespace proxy
