// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/vault.h"
#include <QMap>

namespace secrets {

// Keeps secrets in memory until the program ends. Main thread.
class SessionVault final : public Vault
{
public:
    Task<Result<Secret>> read(QString id) override;
    Task<Result<>> write(QString id, Secret secret) override;
    Task<Result<>> remove(QString id) override;
    QMap<QString, Secret> takeAll() { return std::exchange(m_secrets, {}); }

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace secrets
