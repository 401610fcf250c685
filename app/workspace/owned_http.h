// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"

namespace workspace {

// Why nothing can be asked of a data dir's embedded gateway: no program runs it.
Failure nobodyRunsIt(const QString &dataDir, FailureKind kind = FailureKind::Network);

// Sends only to the embedded gateway that runs for a data dir at this very moment, as its lock says: once its owner is
// killed, anybody may listen at the address it had, and must not be handed its key. Others are sent nothing (Network).
// Main thread; must outlive its tasks.
class OwnedHttp final : public net::Http
{
public:
    // An empty data dir: a gateway that is not embedded; everything is sent.
    OwnedHttp(net::Http &http, QString dataDir) : m_http(http), m_dataDir(std::move(dataDir)) {}
    const QString &dataDir() const { return m_dataDir; }
    Task<net::Exchange> send(net::Request request) override;
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override;

private:
    std::optional<net::Exchange> refusal(const QUrl &url) const;

    net::Http &m_http;
    QString m_dataDir;
};

} // namespace workspace
