// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/command.h"
#include "cli/context.h"
#include "workspace/live_workspace.h"

namespace cli {

// The data dir of this command, open. It lives as long as the context.
Task<Maybe<workspace::LiveWorkspace *>> openWorkspace(Context &context);
// The profile meant: --profile, else the only one, else the default one.
Maybe<Profile> profileOf(const Context &context, const workspace::LiveWorkspace &workspace);
// A session on that profile; nothing is asked of the gateway yet.
Task<Maybe<workspace::LiveSession *>> openSession(Context &context);
// The same, connected; `what` is the command's name for messages. A locked vault asks for its passphrase on a terminal.
Task<Maybe<workspace::LiveSession *>> connectSession(Context &context, QString what);
// Runs before each write: a read-only profile refuses; on a terminal it asks. `mustAsk`: --yes is needed without one.
Maybe<> mayWrite(const Context &context, const Profile &profile, const QString &question, bool mustAsk);
// Asks for the vault's passphrase until it fits, three times at most; without a terminal it fails.
Task<Result<>> unlockVault(secrets::Vaults &vaults);

} // namespace cli
