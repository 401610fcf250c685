// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_vault.h"
#include "base/or_return.h"
#include "base/wait.h"
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace secrets {

struct KeychainVault::Outcome
{
    std::optional<QKeychain::Error> error; // empty: still under way
    QString text;
    Secret secret;
};

KeychainVault::KeychainVault(QString scope, std::chrono::milliseconds limit) : m_scope(std::move(scope)), m_limit(limit)
{}

static Failure failureOf(QKeychain::Error error, const QString &text, const QString &id)
{
    if (error == QKeychain::EntryNotFound)
        return {FailureKind::NotFound, u"the keychain shows no entry %1 (it may be locked)"_s.arg(id)};
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser)
        return {FailureKind::Secret, u"keychain: access denied"_s};
    return {FailureKind::Secret, u"keychain: %1"_s.arg(text.simplified())};
}

// The job outlives the wait on purpose: one that hangs inside the keyring's library must not be deleted.
Task<Result<Secret>> KeychainVault::run(QKeychain::Job *job, QString id)
{
    const QString late = u"keychain: limit of %1 ms"_s.arg(m_limit.count());
    if (m_hanging && !m_hanging->error) {
        delete job;
        co_return fail(FailureKind::Timeout, late);
    }
    const auto outcome = std::make_shared<Outcome>();
    job->setAutoDelete(false);
    job->setKey(m_scope + u'/' + id);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, outcome] {
        outcome->error = job->error();
        outcome->text = job->errorString();
        if (auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            outcome->secret = Secret(reading->binaryData());
        job->deleteLater();
    });
    job->start();
    co_await SignalWait(job, &QKeychain::Job::finished, m_limit);
    if (!outcome->error) {
        m_hanging = outcome;
        co_return fail(FailureKind::Timeout, late);
    }
    if (*outcome->error != QKeychain::NoError)
        co_return tl::unexpected<Failure>(failureOf(*outcome->error, outcome->text, id));
    co_return std::move(outcome->secret);
}

Task<Result<Secret>> KeychainVault::read(QString id)
{
    return run(new QKeychain::ReadPasswordJob(u"gatewright"_s), std::move(id));
}

Task<Result<>> KeychainVault::write(QString id, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(u"gatewright"_s);
    job->setBinaryData(secret.reveal());
    co_await orReturn(run(job, id));
    co_return Result<>();
}

Task<Result<>> KeychainVault::remove(QString id)
{
    const auto removed = co_await run(new QKeychain::DeletePasswordJob(u"gatewright"_s), id);
    if (!removed && removed.error().kind != FailureKind::NotFound)
        co_return tl::unexpected<Failure>(removed.error());
    co_return Result<>();
}

} // namespace secrets
