// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/litellm/litellm_model_wire.h"
#include "gateway/litellm/litellm_router.h"

namespace gateway::litellm {

// Model groups with their deployments, and the names that lead to them (contract 5). A write is looked for on the server
// before it counts as done. Part of the adapter's Admin, main thread.
class LitellmAliases final : public Aliases
{
public:
    explicit LitellmAliases(Api &api, Patience patience = {})
        : m_api(api), m_patience(patience), m_router(api, patience)
    {}
    Task<Result<QList<Alias>>> all() override;
    Task<Result<>> write(Alias before, Alias after) override;

private:
    struct Now // what the server has, read right before a write
    {
        QList<Deployment> deployments;
        RouterSettings settings;
        QList<Alias> aliases;
    };
    Task<Result<Now>> look();
    Task<Result<>> writeGroup(Now now, Alias before, Alias after);
    Task<Result<>> writePointer(Now now, QString name, QString group);
    Task<Result<>> add(Alias alias, Route route);
    Task<Result<>> remove(QString deployment);
    Task<Result<bool>> isStoredCredential(QString upstream);
    Task<Result<>> confirm(Alias before, Alias after);

    Api &m_api;
    Patience m_patience;
    Router m_router;
};

} // namespace gateway::litellm
