// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream_pool.h"

namespace proxy {

namespace {

constexpr std::size_t mostIdle = 1024;

} // namespace

Awaitable<std::string> UpstreamConnection::connect(const BaseUrl &url, const TlsContext &tls, Resolver &resolver)
{
    std::string why = co_await connectTo(m_stream.socket(), url, resolver);
    if (why.empty() && tls) {
        m_stream.startTls(tls, url.host);
        why = co_await m_stream.handshake();
    }
    co_return why;
}

std::string UpstreamPool::add(const UpstreamConfig &config)
{
    const std::optional<BaseUrl> url = parseBaseUrl(config.baseUrl);
    if (!url)
        return "upstream \"" + config.name + "\": the base URL \"" + config.baseUrl
            + "\" must be http(s)://host[:port]/path, for instance https://api.openai.com/v1";
    UpstreamPlace place{*url, url->authority(), {}, {}};
    const std::string why = url->tls ? place.tls.verify(config.caFile) : std::string();
    if (!why.empty())
        return "upstream \"" + config.name + "\": " + why;
    m_places.insert_or_assign(config.name, std::move(place));
    return {};
}

std::unique_ptr<UpstreamConnection> UpstreamPool::take(UpstreamPlace &place, bool &fresh)
{
    fresh = false;
    while (!place.idle.empty()) {
        std::unique_ptr<UpstreamConnection> connection = std::move(place.idle.back());
        place.idle.pop_back();
        if (!connection->stale())
            return connection;
    }
    fresh = true;
    return std::make_unique<UpstreamConnection>(m_loop);
}

void UpstreamPool::giveBack(UpstreamPlace &place, std::unique_ptr<UpstreamConnection> connection)
{
    if (place.idle.size() >= mostIdle)
        return;
    connection->in().rest();
    place.idle.push_back(std::move(connection));
}

void UpstreamPool::closeIdle()
{
    for (auto &[name, place] : m_places)
        place.idle.clear();
}

} // namespace proxy
