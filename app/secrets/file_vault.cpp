// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/file_vault.h"
#include "base/in_worker.h"
#include "base/or_return.h"
#include <cerrno>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace secrets {

static constexpr qint64 maxFile = 16 << 20;

static tl::unexpected<Failure> lockedOut()
{
    return fail(FailureKind::PassphraseNeeded, u"the vault file is locked"_s);
}

static Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maxFile)
        return fail(FailureKind::Damaged, u"%1: %2 bytes are no vault"_s.arg(path).arg(file.size()));
    return file.readAll();
}

static Result<> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    errno = 0;
    const bool saved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    if (saved)
        return {};
    const FailureKind kind = errno == ENOSPC || errno == EDQUOT ? FailureKind::DiskFull : FailureKind::Storage;
    return fail(kind, u"%1: %2"_s.arg(path, file.errorString()));
}

static Result<Entries> entriesOf(const QString &path, const VaultKey &key)
{
    return contents(path).and_then([&key](const QByteArray &bytes) -> Result<Entries> {
        const auto header = headerOf(bytes);
        if (header && !header->isOf(key)) // made anew by another program, with another passphrase
            return lockedOut();
        return opened(bytes, key);
    });
}

// Reads under the lock, so that what another program wrote meanwhile stays.
static Result<> rewrite(
    const FileVault::Options &options, const VaultKey &key, const std::function<void(Entries &)> &edit)
{
    QLockFile lock(options.path + u".lock"_s);
    const bool mine = lock.tryLock(int(options.limit.count()));
    if (!mine && lock.error() != QLockFile::LockFailedError)
        return fail(FailureKind::Storage, u"%1: its folder cannot be written"_s.arg(options.path));
    if (!mine)
        return fail(FailureKind::Locked, u"%1 is in use by another program"_s.arg(options.path));
    Result<Entries> entries = Entries();
    if (QFileInfo::exists(options.path))
        entries = entriesOf(options.path, key);
    if (!entries)
        return tl::unexpected<Failure>(entries.error());
    edit(*entries);
    return save(options.path, sealed(*entries, key));
}

static Result<std::shared_ptr<const VaultKey>> opens(const FileVault::Options &options, const Secret &passphrase)
{
    const auto bytes = contents(options.path);
    if (!bytes)
        return tl::unexpected<Failure>(bytes.error());
    const auto header = headerOf(*bytes);
    if (!header)
        return tl::unexpected<Failure>(header.error());
    auto key = VaultKey::derive(passphrase, header->cost, header->salt);
    if (!key)
        return key;
    if (const auto entries = opened(*bytes, **key); !entries)
        return tl::unexpected<Failure>(entries.error());
    return key;
}

static Result<std::shared_ptr<const VaultKey>> makes(const FileVault::Options &options, const Secret &passphrase)
{
    QDir().mkpath(QFileInfo(options.path).path());
    auto key = VaultKey::derive(passphrase, options.cost, newSalt());
    if (!key)
        return key;
    if (const auto written = rewrite(options, **key, [](Entries &) {}); !written)
        return tl::unexpected<Failure>(written.error());
    return key;
}

FileVault::FileVault(Options options) : m_options(std::move(options)) {}

bool FileVault::exists() const
{
    return QFileInfo::exists(m_options.path);
}

Task<Result<>> FileVault::unlock(Secret passphrase)
{
    if (passphrase.isEmpty())
        co_return fail(FailureKind::WrongPassphrase, u"the passphrase is empty"_s);
    const std::function<Result<Key>()> work = [options = m_options, passphrase] {
        return QFileInfo::exists(options.path) ? opens(options, passphrase) : makes(options, passphrase);
    };
    m_key = co_await orReturn(inWorker<Key>(work, m_options.limit));
    co_return Result<>();
}

Task<Result<Secret>> FileVault::read(QString id)
{
    if (!m_key)
        co_return lockedOut();
    const std::function<Result<Secret>()> work = [path = m_options.path, key = m_key, id]() -> Result<Secret> {
        const auto entries = entriesOf(path, *key);
        if (!entries)
            return tl::unexpected<Failure>(entries.error());
        if (!entries->contains(id))
            return fail(FailureKind::NotFound, u"not in the vault file: %1"_s.arg(id));
        return entries->value(id);
    };
    co_return co_await inWorker<Secret>(work, m_options.limit);
}

Task<Result<>> FileVault::write(QString id, Secret secret)
{
    Entries entries;
    entries.insert(id, secret);
    return writeAll(entries);
}

Task<Result<>> FileVault::remove(QString id)
{
    return change([id](Entries &all) { all.remove(id); });
}

Task<Result<>> FileVault::writeAll(const Entries &entries)
{
    return change([entries](Entries &all) { all.insert(entries); });
}

Task<Result<>> FileVault::change(std::function<void(Entries &)> edit)
{
    if (!m_key)
        co_return lockedOut();
    const std::function<Result<>()> work = [options = m_options, key = m_key, edit] {
        return rewrite(options, *key, edit);
    };
    co_return co_await inWorker<void>(work, m_options.limit);
}

} // namespace secrets
