// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "secrets/file_vault.h"
#include "secrets/keyring.h"
#include "secrets/session_vault.h"
#include <memory>

namespace net {
class Redactor;
}

namespace secrets {

enum class VaultKind { Keychain, File, Session };

// Chooses where secrets lie, and turns references into secrets. The workspace owns one; it must outlive its tasks.
// Nothing is asked before the first call. Main thread.
class Vaults : public Observable
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataDir;
        QString passphraseFile; // opens the vault file, or makes one, without a prompt
        std::optional<VaultKind> only; // takes this one without asking the others
        std::chrono::milliseconds keychainLimit{5000};
        Cost cost; // of a new vault file
        net::Redactor *redactor = nullptr; // is told every secret that passes here
        // Why the keychain is of no use, asked in a pool thread; tests say it themselves.
        std::function<Keyring(std::chrono::milliseconds)> keyringNow = secrets::keyringNow;
        static Options fromEnvironment(const QString &dataDir);
    };
    struct State
    {
        VaultKind kind = VaultKind::Session;
        bool chosen = false; // false: nobody needed a secret so far
        bool locked = false; // the vault file waits for its passphrase
        Keyring keyring = Keyring::Unknown; // what is the matter with the desktop's
        std::optional<Failure> failure; // why it is not the keychain, or of the last call
    };

    explicit Vaults(Options options, std::unique_ptr<Vault> keychain = {}); // none: the desktop's
    ~Vaults() override;

    const State &state() const { return m_state; }
    bool durable() const { return m_state.kind != VaultKind::Session; } // secrets survive the program
    Task<Result<>> open(); // chooses, once
    // Chooses again: a keyring was unlocked meanwhile. What this session kept in memory moves into it.
    Task<Result<>> reopen();
    // Opens or makes the vault file; what this session kept in memory moves into it.
    Task<Result<>> unlock(Secret passphrase);
    // The vault file is open, and only a passphrase opens it again: one that lies in a file would do so by itself.
    bool lockable() const;
    void lock(); // forgets the key of the vault file; nothing happens where it is not lockable

    Task<Result<Secret>> resolve(QString reference); // empty reference: empty secret
    Task<Result<QString>> keep(QString id, Secret secret); // gives the reference to store
    Task<Result<>> forget(QString reference); // of env: and file: nothing is touched

private:
    Task<> choose();
    Task<bool> tryKeychain();
    Task<> tryFile();
    Task<Keyring> askKeyring();
    Task<Result<>> moveSession();
    Task<Result<>> openFile();
    Task<Result<Secret>> find(QString id);
    Task<Result<>> forgetInFile(QString id);
    Vault &current();
    void settle(VaultKind kind, bool locked);
    Secret heard(Secret secret);
    void note(const Failure &failure);

    Options m_options;
    State m_state;
    bool m_choosing = false;
    std::unique_ptr<Vault> m_keychain;
    FileVault m_file;
    SessionVault m_session;
    QStringList m_forgotten; // to be removed from the vault file once it is opened
};

} // namespace secrets
