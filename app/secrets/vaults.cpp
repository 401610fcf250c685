// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vaults.h"
#include "base/ids.h"
#include "base/in_worker.h"
#include "base/log.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "net/redactor.h"
#include "secrets/keychain_vault.h"
#include "secrets/references.h"
#include <QCryptographicHash>
#include <QDir>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace secrets {

static QString scopeOf(const QString &dataDir)
{
    const QByteArray path = QDir(dataDir).absolutePath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(12));
}

Vaults::Options Vaults::Options::fromEnvironment(const QString &dataDir)
{
    Options options;
    options.dataDir = dataDir;
    options.passphraseFile = qEnvironmentVariable("GATEWRIGHT_VAULT_PASSPHRASE_FILE");
    const QString wish = qEnvironmentVariable("GATEWRIGHT_VAULT");
    if (wish == u"keychain"_s)
        options.only = VaultKind::Keychain;
    else if (wish == u"file"_s)
        options.only = VaultKind::File;
    else if (wish == u"session"_s)
        options.only = VaultKind::Session;
    return options;
}

Vaults::Vaults(Options options, std::unique_ptr<Vault> keychain)
    : m_options(std::move(options))
    , m_keychain(keychain ? std::move(keychain)
                          : std::make_unique<KeychainVault>(scopeOf(m_options.dataDir), m_options.keychainLimit))
    , m_file({QDir(m_options.dataDir).filePath(u"vault.gwv"_s), m_options.cost})
{}

Vaults::~Vaults() = default;

Vault &Vaults::current()
{
    switch (m_state.kind) {
    case VaultKind::Keychain:
        return *m_keychain;
    case VaultKind::File:
        return m_file;
    case VaultKind::Session:
        break;
    }
    return m_session;
}

void Vaults::settle(VaultKind kind, bool locked)
{
    m_state.kind = kind;
    m_state.locked = locked;
    m_state.chosen = true;
    announce();
}

void Vaults::note(const Failure &failure)
{
    qCInfo(gwSecrets).noquote() << failure.detail; // whoever asked says it
    m_state.failure = failure;
    announce();
}

Secret Vaults::heard(Secret secret)
{
    if (m_options.redactor)
        m_options.redactor->know(secret);
    return secret;
}

Task<Result<>> Vaults::open()
{
    while (!m_state.chosen) {
        if (m_choosing) // by another task, which may die before its end
            co_await SignalWait(this, &Vaults::changed, 50ms);
        else
            co_await choose();
    }
    if (m_state.failure && m_state.locked)
        co_return tl::unexpected<Failure>(*m_state.failure);
    co_return Result<>();
}

Task<Result<>> Vaults::reopen()
{
    m_state.chosen = false;
    m_state.failure.reset();
    co_await orReturn(open());
    if (durable() && !m_state.locked)
        co_await orReturn(moveSession());
    co_return Result<>();
}

Task<Result<>> Vaults::moveSession()
{
    const Entries kept = m_session.takeAll();
    Result<> moved;
    for (auto at = kept.cbegin(); at != kept.cend(); ++at) {
        if (moved)
            moved = co_await current().write(at.key(), at.value());
        if (!moved)
            co_await m_session.write(at.key(), at.value()); // it stays where it was
    }
    co_return moved;
}

Task<> Vaults::choose()
{
    const QScopedValueRollback<bool> choosing(m_choosing, true);
    if (m_options.only == VaultKind::Session)
        co_return settle(VaultKind::Session, false);
    if (m_options.only != VaultKind::File) {
        const bool works = co_await tryKeychain();
        if (works || m_options.only == VaultKind::Keychain)
            co_return settle(VaultKind::Keychain, false);
    }
    co_await tryFile();
}

// A canary goes in and must come back: an answer alone proves nothing.
static Task<Result<>> probe(Vault &vault)
{
    const QString id = u"canary-"_s + newUlid(Clock());
    const Secret canary(id.toUtf8());
    co_await orReturn(vault.write(id, canary));
    const Secret back = co_await orReturn(vault.read(id));
    co_await vault.remove(id);
    if (back != canary)
        co_return fail(FailureKind::Secret, u"the keychain gave back something else"_s);
    co_return Result<>();
}

Task<bool> Vaults::tryKeychain()
{
    const auto works = co_await probe(*m_keychain);
    m_state.keyring = Keyring::Works;
    if (!works) {
        m_state.keyring = co_await askKeyring();
        note(works.error());
    }
    co_return works.has_value();
}

// A prompt that waits on the screen makes a call late too: only the keyring itself knows why it did not answer.
Task<Keyring> Vaults::askKeyring()
{
    const std::chrono::milliseconds limit = m_options.keychainLimit;
    const std::function<Result<Keyring>()> ask = [now = m_options.keyringNow, limit]() -> Result<Keyring> {
        return now(limit);
    };
    const auto told = co_await inWorker<Keyring>(ask, 4 * limit);
    const Keyring keyring = told.value_or(Keyring::Silent);
    if (keyring == Keyring::Works) // it does not, whatever it says
        co_return Keyring::Unknown;
    co_return keyring;
}

Task<> Vaults::tryFile()
{
    const bool wanted = m_file.exists() || m_options.only == VaultKind::File || !m_options.passphraseFile.isEmpty();
    if (!wanted)
        co_return settle(VaultKind::Session, false);
    if (m_file.locked()) {
        const auto opened = co_await openFile();
        if (!opened)
            note(opened.error());
    }
    settle(VaultKind::File, m_file.locked());
}

Task<Result<>> Vaults::openFile()
{
    if (m_options.passphraseFile.isEmpty())
        co_return fail(FailureKind::PassphraseNeeded, u"the vault file is locked"_s);
    const auto passphrase = fromFile(m_options.passphraseFile);
    if (!passphrase) // it is not the keyring that refuses
        co_return fail(FailureKind::Input, u"the passphrase file "_s + passphrase.error().detail);
    co_return co_await m_file.unlock(*passphrase);
}

Task<Result<>> Vaults::unlock(Secret passphrase)
{
    const auto opened = co_await m_file.unlock(heard(passphrase));
    if (!opened) {
        note(opened.error());
        co_return tl::unexpected<Failure>(opened.error());
    }
    const Entries kept = m_session.takeAll();
    if (!kept.isEmpty())
        co_await orReturn(m_file.writeAll(kept));
    const QStringList forgotten = std::exchange(m_forgotten, {});
    for (const QString &id : forgotten)
        co_await orReturn(m_file.remove(id));
    m_state.failure.reset();
    if (m_state.kind != VaultKind::Keychain || !m_state.chosen)
        settle(VaultKind::File, false);
    co_return Result<>();
}

bool Vaults::lockable() const
{
    return !m_file.locked() && m_options.passphraseFile.isEmpty();
}

void Vaults::lock()
{
    if (!lockable())
        return;
    m_file.lock();
    qCInfo(gwSecrets) << "the vault file was locked";
    settle(m_state.kind, m_state.kind == VaultKind::File);
}

// NotFound from one place does not mean that there is no other.
Task<Result<Secret>> Vaults::find(QString id)
{
    auto found = co_await current().read(id);
    const bool elsewhere =
        !found && m_state.kind == VaultKind::Keychain && found.error().kind == FailureKind::NotFound && m_file.exists();
    if (elsewhere)
        found = co_await m_file.read(id);
    if (found)
        co_return found;
    Failure failure = found.error();
    if (failure.kind == FailureKind::NotFound)
        failure.kind = FailureKind::Secret; // NotFound would be taken for an answer of the gateway
    note(failure);
    co_return tl::unexpected<Failure>(failure);
}

Task<Result<Secret>> Vaults::resolve(QString reference)
{
    const auto parts = co_await orReturn(referenceOf(reference));
    switch (parts.place) {
    case Reference::Place::None:
        co_return Secret();
    case Reference::Place::Environment:
        co_return fromEnvironment(parts.name).map([this](Secret secret) { return heard(std::move(secret)); });
    case Reference::Place::File:
        co_return fromFile(parts.name).map([this](Secret secret) { return heard(std::move(secret)); });
    case Reference::Place::Vault:
        break;
    }
    co_await orReturn(open());
    auto secret = co_await orReturn(find(parts.name));
    co_return heard(std::move(secret));
}

Task<Result<QString>> Vaults::keep(QString id, Secret secret)
{
    co_await orReturn(open());
    const auto kept = co_await current().write(id, heard(secret));
    if (!kept) {
        note(kept.error());
        co_return tl::unexpected<Failure>(kept.error());
    }
    co_return u"vault:"_s + id;
}

// find() reads there too: from the time before there was a keychain. Locked: a key that is not its own to open keeps
// nobody from removing a profile; what is in there stays behind its passphrase until it is opened.
Task<Result<>> Vaults::forgetInFile(QString id)
{
    m_forgotten.removeAll(id);
    if (m_file.locked() && !m_options.passphraseFile.isEmpty())
        co_await openFile();
    if (m_file.locked()) {
        qCWarning(gwSecrets) << "the vault file is locked: what is forgotten is removed there when it is opened";
        m_forgotten << id;
        co_return Result<>();
    }
    co_return co_await m_file.remove(id);
}

Task<Result<>> Vaults::forget(QString reference)
{
    const auto parts = co_await orReturn(referenceOf(reference));
    if (parts.place != Reference::Place::Vault)
        co_return Result<>();
    co_await orReturn(open());
    const auto removed = co_await current().remove(parts.name);
    const bool elsewhere = removed && m_state.kind != VaultKind::File && m_file.exists();
    if (!elsewhere)
        co_return removed;
    co_return co_await forgetInFile(parts.name);
}

} // namespace secrets
