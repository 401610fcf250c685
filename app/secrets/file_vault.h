// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/vault.h"
#include "secrets/vault_format.h"
#include <chrono>
#include <functional>

namespace secrets {

// A file of secrets behind a passphrase (vault.gwv), mode 0600. Two programs may use one file. Main thread; the work is
// done in a pool thread. Locked: every call is PassphraseNeeded.
class FileVault final : public Vault
{
public:
    struct Options
    {
        QString path;
        Cost cost; // of a new file
        std::chrono::milliseconds limit{20'000}; // of one call, waiting for another program included
    };

    explicit FileVault(Options options);

    bool exists() const;
    bool locked() const { return !m_key; }
    // Opens the file, or makes a new one where there is none. WrongPassphrase, Damaged, TooNew, Storage.
    Task<Result<>> unlock(Secret passphrase);
    void lock() { m_key.reset(); }

    Task<Result<Secret>> read(QString id) override;
    Task<Result<>> write(QString id, Secret secret) override;
    Task<Result<>> remove(QString id) override;
    Task<Result<>> writeAll(const Entries &entries); // adds them, in one step

private:
    using Key = std::shared_ptr<const VaultKey>;
    Task<Result<>> change(std::function<void(Entries &)> edit);

    Options m_options;
    Key m_key;
};

} // namespace secrets
