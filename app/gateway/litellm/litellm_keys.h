// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/facets.h"

class Clock;

namespace gateway::litellm {

struct KeyPage;

// The virtual keys of a LiteLLM proxy (contract 4), known by the hash of their secret. Part of its Admin, main thread.
class LitellmKeys final : public Keys
{
public:
    LitellmKeys(Api &api, const Clock &clock) : m_api(api), m_clock(clock) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<QList<Key>>> named(QString name) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<IssuedKey>> rotate(Key key, std::chrono::seconds overlap) override;

private:
    Task<Result<QList<Key>>> whole(KeyPage page);
    Task<Result<>> addSoftBudgets(KeyPage &page);
    Task<Result<IssuedKey>> removeOrphan(QString name, QString mark, Failure lost);
    Task<Result<>> erase(QString id);

    Api &m_api;
    const Clock &m_clock;
};

} // namespace gateway::litellm
