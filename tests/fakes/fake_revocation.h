// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "workspace/owner_revocation.h"
#include "workspace/proof_source.h"
#include <QMap>

// Connections in memory whose answers are laid down.
class FakeRevokeWork final : public workspace::RevokeWork
{
public:
    QList<Profile> all;
    QMap<QString, QList<workspace::RevokedLine>> answers; // by profile id
    QList<std::pair<QString, QString>> asked; // profile id, owner

    QList<Profile> profiles() const override { return all; }
    Task<QList<workspace::RevokedLine>> revokeOn(Profile profile, workspace::RevokeWish wish) override
    {
        asked << std::pair(profile.id, wish.owner);
        co_await Pause(std::chrono::milliseconds(2));
        co_return answers.value(profile.id);
    }
    QStringList proofs; // profile ids
    Task<Result<std::shared_ptr<workspace::ProofElsewhere>>> proofOf(workspace::RevokedLine line) override
    {
        proofs << line.profileId;
        co_await Pause(std::chrono::milliseconds(2));
        co_return fail(FailureKind::Network, QStringLiteral("connection refused"));
    }
};
