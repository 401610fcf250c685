// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/facets.h"
#include "gateway/litellm/litellm_row.h"

namespace gateway::litellm {

// A list of teams, users or budgets, page by page.
struct AllowancePage
{
    QList<Allowance> rows; // those with a limit
    bool more = false;
};
Result<Allowance> readProxySpend(const QByteArray &body); // of /global/spend
Result<AllowancePage> readTeams(const QByteArray &body);
Result<AllowancePage> readUsers(const QByteArray &body);
Result<AllowancePage> readProviders(const QByteArray &body);
QList<Allowance> allowancesOf(const QList<Key> &keys);

// Budgets on every level that has them: the proxy, teams, users, providers, keys (contract 8.2). Part of the Admin, main
// thread.
class LitellmLimits final : public Limits
{
public:
    LitellmLimits(Api &api, Keys &keys) : m_api(api), m_keys(keys) {}
    Task<Result<QList<Allowance>>> allowances() override;

private:
    using Reader = Result<AllowancePage> (*)(const QByteArray &);
    Task<Result<QList<Allowance>>> listed(QString path, Reader read);

    Api &m_api;
    Keys &m_keys;
};

} // namespace gateway::litellm
