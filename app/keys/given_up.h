// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"
#include "domain/given_up.h"

namespace keys {

// The aliases that a change takes away from a key. From every alias to a few, nobody can name them: then one that is empty.
QStringList aliasesLost(const changes::Change &change);
// The act that took away the right of the key with this id, from journal lines newest first. Empty: it was not done here,
// or was taken back since. Pure.
std::optional<GivenUp> givenUpBy(const QList<changes::Entry> &entries, const QString &key);
// The same of a key as it is now: one that expired before is refused since then.
std::optional<GivenUp> givenUpOf(const Key &key, const QList<changes::Entry> &entries, const QDateTime &now);

} // namespace keys
