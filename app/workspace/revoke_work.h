// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/live_workspace.h"
#include "workspace/owner_revocation.h"

namespace workspace {

// Over the connections of a workspace. The open one is asked through its own session, the others through one beside it,
// which lives as long as it is asked: what is open stays so.
class LiveRevokeWork final : public RevokeWork
{
public:
    // How a session is connected: a program with a terminal may ask for a passphrase.
    using Reach = std::function<Task<Result<>>(LiveSession &)>;

    explicit LiveRevokeWork(
        LiveWorkspace &workspace, Reach reach = [](LiveSession &it) { return it.connected(); });
    QList<Profile> profiles() const override { return m_workspace.state().profiles; }
    Task<QList<RevokedLine>> revokeOn(Profile profile, RevokeWish wish) override;
    Task<Result<std::shared_ptr<ProofElsewhere>>> proofOf(RevokedLine line) override;

private:
    LiveSession *sessionOf(const QString &profileId, std::unique_ptr<LiveSession> &beside);
    Task<Result<QList<Key>>> keysOf(LiveSession *session, QString owner);

    LiveWorkspace &m_workspace;
    Reach m_reach;
};

} // namespace workspace
