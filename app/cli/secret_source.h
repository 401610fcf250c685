// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/context.h"
#include "secrets/vaults.h"

namespace cli {

// Where a profile's secret comes from: --key-stdin, --key-env, --key-file or a prompt (kept in the vault), or --key-ref
// (the reference only). `base` is "key-", "data-key-", "password-".
struct SecretSource
{
    QString reference; // of --key-ref; nothing is kept
    Secret secret; // to be kept in the vault; empty: none
};
// On a terminal the question stands in for a missing option; empty: nothing is asked.
Maybe<SecretSource> secretSource(const Context &context, const QByteArray &base, const QString &question);

// Makes sure that the vault outlives this program: with no keychain, the vault file is made or opened, and its passphrase
// asked for where there is a terminal. A secret is never kept in this program's memory only.
Task<Maybe<>> openVault(secrets::Vaults &vaults);
// What went wrong with the vault, with a way on.
Trouble noVault(const Failure &failure);

} // namespace cli
