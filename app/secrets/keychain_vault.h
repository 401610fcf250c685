// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/vault.h"
#include <chrono>
#include <memory>

namespace QKeychain {
class Job;
}

namespace secrets {

// The desktop's keyring (Secret Service, KWallet) through QtKeychain. Main thread. A call that passes the limit is
// Timeout; it cannot be cancelled, and until it ends the next calls are Timeout at once.
class KeychainVault final : public Vault
{
public:
    // `scope` goes before each id: entries of two data dirs do not meet.
    explicit KeychainVault(QString scope, std::chrono::milliseconds limit = std::chrono::seconds(5));

    Task<Result<Secret>> read(QString id) override;
    Task<Result<>> write(QString id, Secret secret) override;
    Task<Result<>> remove(QString id) override;

private:
    struct Outcome;
    Task<Result<Secret>> run(QKeychain::Job *job, QString id);

    QString m_scope;
    std::chrono::milliseconds m_limit;
    std::shared_ptr<Outcome> m_hanging; // passed its limit and has not ended since
};

} // namespace secrets
