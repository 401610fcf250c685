// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/bifrost/bifrost_wire.h"

namespace gateway::bifrost {

// Bifrost's models, read-only, and the routing rules that give one name other targets: those are written as rules (contract
// 4), which need no secret of a provider. Part of its Admin, main thread.
class BifrostAliases final : public Aliases
{
public:
    explicit BifrostAliases(Api &api) : m_api(api) {}
    Task<Result<QList<Alias>>> all() override;
    Task<Result<>> write(Alias before, Alias after) override;
    Task<Result<bool>> hasRules(); // older versions do not, and some accounts may not see them

private:
    struct Now
    {
        QList<Rule> rules;
        QList<Alias> models;
    };
    Task<Result<QList<Rule>>> rules();
    Task<Result<Now>> look();
    Task<Result<>> sent(const Rule *was, Alias before, Alias after);
    Task<Result<>> confirm(Alias before, Alias after);

    Api &m_api;
};

} // namespace gateway::bifrost
