// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/facets.h"

namespace gateway::embedded {

// The keys of the embedded gateway. Part of its Admin, main thread.
class EmbeddedKeys final : public Keys
{
public:
    explicit EmbeddedKeys(Api &api) : m_api(api) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<QList<Key>>> named(QString name) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<IssuedKey>> rotate(Key key, std::chrono::seconds overlap) override;

private:
    Task<Result<IssuedKey>> issued(Call call);

    Api &m_api;
};

} // namespace gateway::embedded
