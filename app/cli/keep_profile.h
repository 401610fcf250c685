// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "cli/opened.h"

namespace cli {

// Keeps a new profile with its secrets in the vault, which is opened for that. `what` names the command for messages.
Task<Maybe<Profile>> keepProfile(
    workspace::LiveWorkspace &workspace, Profile profile, Secret adminKey, Secret dataKey, QString what);

} // namespace cli
