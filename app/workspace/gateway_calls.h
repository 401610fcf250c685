// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/qt_http.h"
#include "workspace/owned_http.h"
#include "workspace/owner_link.h"
#include <memory>
#include <QJsonArray>
#include <QJsonObject>

namespace gateway {
class Api;
}

namespace workspace {

// Asks the embedded gateway that runs for a data dir, whoever runs it, over its admin API. Main thread.
class GatewayCalls final
{
public:
    explicit GatewayCalls(QString dataDir);
    ~GatewayCalls();

    // First. NotFound: nobody runs it. Timeout, Network: it does not answer.
    Task<Result<>> reach();
    const GatewayOwner &owner() const { return m_owner; }

    Task<Result<QByteArray>> body(QString path);
    Task<Result<QJsonObject>> object(QString path);
    // Every page of a list, at most so many rows.
    Task<Result<QJsonArray>> items(QString path, qsizetype most);
    // The last usage rows, the newest last.
    Task<Result<QJsonArray>> lastRows(qsizetype count);

private:
    Task<Result<bool>> anyBehind(qint64 id);
    Task<Result<qint64>> lastId();

    QString m_dataDir;
    GatewayOwner m_owner;
    net::QtHttp m_http;
    OwnedHttp m_owned;
    std::unique_ptr<gateway::Api> m_api;
};

} // namespace workspace
