// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"
#include "workspace/gateway_lock.h"
#include <chrono>
#include <QLocalServer>

namespace workspace {

// How a program of the same user reaches the embedded gateway.
struct GatewayAccess
{
    GatewayOwner owner;
    Secret adminKey;
    QByteArray certificate = {}; // PEM, the very one it serves; empty: it does not speak TLS
};

// Answers programs of the same user on the same data dir with the gateway's URLs and, from memory, its admin key.
// The holder of gateway.lock owns one. Main thread.
class OwnerServer
{
public:
    // Storage: the socket cannot be made.
    Result<> listen(const QString &dataDir, GatewayAccess access);

private:
    void answer();

    QLocalServer m_server;
    GatewayAccess m_access;
};

// Asks the owner. NotFound: no gateway runs here. Timeout, Network: it does not answer.
Task<Result<GatewayAccess>> askOwner(QString dataDir, std::chrono::milliseconds limit = std::chrono::seconds(3));

} // namespace workspace
