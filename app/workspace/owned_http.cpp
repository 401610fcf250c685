// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/owned_http.h"
#include "workspace/gateway_lock.h"

using namespace Qt::StringLiterals;

namespace workspace {

Failure nobodyRunsIt(const QString &dataDir, FailureKind kind)
{
    return Failure{kind, u"no embedded gateway runs in %1"_s.arg(dataDir), 0};
}

static bool sameServer(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port();
}

std::optional<net::Exchange> OwnedHttp::refusal(const QUrl &url) const
{
    if (m_dataDir.isEmpty())
        return {};
    const auto owner = ownerOf(m_dataDir);
    if (owner && (sameServer(url, owner->adminUrl) || sameServer(url, owner->dataUrl)))
        return {};
    net::Exchange refused;
    refused.failure = nobodyRunsIt(m_dataDir);
    if (owner)
        refused.failure->detail +=
            u" at "_s + url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    return refused;
}

Task<net::Exchange> OwnedHttp::send(net::Request request)
{
    if (auto refused = refusal(request.url))
        co_return *refused;
    co_return co_await m_http.send(std::move(request));
}

Task<net::Exchange> OwnedHttp::stream(net::Request request, net::OnFrame onFrame)
{
    if (auto refused = refusal(request.url))
        co_return *refused;
    co_return co_await m_http.stream(std::move(request), std::move(onFrame));
}

} // namespace workspace
