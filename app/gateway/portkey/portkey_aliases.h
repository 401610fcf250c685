// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/portkey/portkey_wire.h"

namespace gateway::portkey {

// What callers of Portkey may name: configs, and models of its providers ("@slug/model") as the data plane lists them, or
// the bare providers where no caller's key is known. Read-only: configs are programs (contract A.1). Part of its Admin,
// main thread.
class PortkeyAliases final : public Aliases
{
public:
    PortkeyAliases(Api &api, Api *data, QString workspace) // data: null without a caller's key
        : m_api(api), m_data(data), m_workspace(std::move(workspace))
    {}
    Task<Result<QList<Alias>>> all() override;

private:
    Task<Result<QStringList>> slugs(QString path);
    Task<Result<QList<Alias>>> configs(QStringList slugs);
    Task<Result<QList<Alias>>> models(QStringList providers);

    Api &m_api;
    Api *m_data;
    QString m_workspace; // empty: the key's own
};

} // namespace gateway::portkey
