// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/command.h"
#include "cli/secret_source.h"
#include "cli/trouble.h"
#include "domain/profile.h"
#include "gateway/admin.h"

namespace cli {

QStringList knownKinds(); // in the order of the registry
// The adapter of --kind.
Maybe<const gateway::Adapter *> adapterOf(const QString &kind);
// --ca-file and --proxy, checked; empty where not given.
struct NetworkInput
{
    QString caFile;
    QString proxy;
};
Maybe<NetworkInput> networkOf(const Args &args);
Maybe<NetworkInput> networkFrom(const std::optional<QString> &caPath, const std::optional<QString> &proxyText);
Maybe<Environment> environmentOf(const Args &args); // --env; not given: development
// Those of --client-cert, --client-key and their passphrase that are given, put into the profile. The key is tried out with
// `pass`, unless that is only referred to.
Maybe<> takeClientFiles(Profile &profile, const Args &args, const SecretSource &pass);
Maybe<> checkClientFiles(const Profile &profile, const Secret &pass);
Maybe<QUrl> urlOf(const Args &args, const char *option); // an address, checked
const QList<Option> &networkOptions(); // the way to a gateway, and what is shown on it
const QList<Option> &profileOptions(); // what describes a profile, of `profile add`
// The profile that the options describe; without id and secrets.
Maybe<Profile> profileFrom(const Args &args, const gateway::Adapter &adapter);

} // namespace cli
