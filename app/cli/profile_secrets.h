// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"
#include "cli/secret_source.h"
#include "gateway/admin.h"

namespace cli {

// The secrets that a command line gives a profile. --key is the admin key of kinds with an admin API, else the data key.
struct ProfileSecrets
{
    SecretSource admin;
    SecretSource data;
    SecretSource clientKey; // its passphrase

    // One that this program itself has to keep.
    bool needsVault() const { return !admin.secret.isEmpty() || !data.secret.isEmpty() || !clientKey.secret.isEmpty(); }
};
// `ask`: on a terminal a missing key is asked for.
Maybe<ProfileSecrets> profileSecrets(const Context &context, const gateway::Adapter &adapter, bool ask);

// Puts what was given into the vault, which is open, or as a reference into the profile. What it had stays otherwise.
Task<Maybe<Profile>> withSecrets(secrets::Vaults &vaults, Profile profile, ProfileSecrets given);

} // namespace cli
