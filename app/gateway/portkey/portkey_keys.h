// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/portkey/portkey_wire.h"

namespace gateway::portkey {

// The keys of a Portkey workspace, or of all that an organisation key may see. Part of its Admin, main thread.
class PortkeyKeys final : public Keys
{
public:
    PortkeyKeys(Api &api, QString workspace) : m_api(api), m_workspace(std::move(workspace)) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<IssuedKey>> rotate(Key key, std::chrono::seconds overlap) override;
    Task<Result<KeyRows>> page(int number, int rows);
    Task<Result<net::Exchange>> asked(int number, int rows); // that page as it was answered

private:
    Task<Result<IssuedKey>> issued(Call call);

    Api &m_api;
    QString m_workspace; // empty: the key's own
};

} // namespace gateway::portkey
