// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/openrouter/openrouter_scopes.h"

namespace gateway::openrouter {

// The keys of one OpenRouter account (its default workspace), with the models that their guardrails allow. An expiry can
// be given at creation only. Part of its Admin, main thread.
class OpenRouterKeys final : public Keys
{
public:
    explicit OpenRouterKeys(Api &api) : m_api(api) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;

private:
    Task<Result<>> finish(Key made, Key wanted);
    Task<Result<IssuedKey>> takenBack(Key made, Failure why);

    Api &m_api;
    Scopes m_scopes{m_api};
};

} // namespace gateway::openrouter
