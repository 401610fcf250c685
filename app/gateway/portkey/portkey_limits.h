// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/portkey/portkey_keys.h"

namespace gateway::portkey {

// The limits of keys and providers, and which of them are exhausted. Part of its Admin, main thread.
class PortkeyLimits final : public Limits
{
public:
    PortkeyLimits(Api &api, PortkeyKeys &keys, QString workspace)
        : m_api(api), m_keys(keys), m_workspace(std::move(workspace))
    {}
    Task<Result<QList<Allowance>>> allowances() override;

private:
    Task<Result<AllowancePage>> providers();

    Api &m_api;
    PortkeyKeys &m_keys;
    QString m_workspace; // empty: the key's own
};

} // namespace gateway::portkey
