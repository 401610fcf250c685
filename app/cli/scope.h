// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/command.h"
#include "cli/trouble.h"
#include "domain/key.h"
#include "gateway/features.h"

namespace cli {

// The SCOPE options of key create and key update.
const QList<Option> &scopeOptions();

// "5/day": USD in a window.
Maybe<Budget> budgetOf(const QString &text);
// "2027-01-31", "30d", "12h"; "never": empty. Input: no time to come; `option` is named then.
Maybe<std::optional<QDateTime>> expiryOf(const QString &text, const QDateTime &now, const QString &option);
// Puts what the options say into the key; what they do not mention stays. Times count from `now`.
Maybe<Key> scoped(Key key, const Args &args, const QDateTime &now);

// What the options ask for and the gateway cannot hold, each in a few words.
QStringList gaps(const Args &args, const Key &wanted, const gateway::Features &features);
// The key without what the gateway cannot hold, for --accept-gaps.
Key without(Key key, const gateway::Features &features);

} // namespace cli
