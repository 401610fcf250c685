// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/command.h"
#include "cli/context.h"
#include "workspace/live_workspace.h"

namespace cli {

// The data dir of this command, open. It lives as long as the context.
Task<Maybe<workspace::LiveWorkspace *>> openWorkspace(Context &context);
// The open data dir and one profile of it.
struct OpenProfile
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
};
// The profile with this name; without a name the one meant: --profile, else the only one, else the default one.
Task<Maybe<OpenProfile>> openProfile(Context &context, QString name = {});
// A session on that profile; nothing is asked of the gateway yet. The one before dies.
Task<Maybe<workspace::LiveSession *>> openSession(Context &context, QString name = {});
// Connects it; a locked vault asks for its passphrase on a terminal.
Task<Result<>> connected(Context &context, workspace::LiveSession &session);
// Refused, and no user id was given to a kind that may want one.
bool mayLackUserId(const Profile &profile, const Failure &failure);
// Why that failed, for `what`, the command's name; exit 3 unless files of our own or what was given are at fault.
Trouble notConnected(
    const Context &context, const workspace::LiveSession &session, const QString &what, const Failure &failure);
// Both in one; `what` is the command's name for messages.
Task<Maybe<workspace::LiveSession *>> connectSession(Context &context, QString what, QString name = {});
// Runs before each write: a read-only profile refuses; on a terminal it asks. `mustAsk`: --yes is needed without one.
Maybe<> mayWrite(const Context &context, const Profile &profile, const QString &question, bool mustAsk);
// Asks for the vault's passphrase until it fits, three times at most; without a terminal it fails.
Task<Result<>> unlockVault(secrets::Vaults &vaults);

} // namespace cli
