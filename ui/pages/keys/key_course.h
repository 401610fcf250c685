// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/key_history.h"
#include "pages/key_place.h"

// What changes on a key, and what changed on it before, in words. Pure.
namespace pages {

QString deedOf(const changes::Change &change); // "Created", "Disabled", "Changed: budget, aliases"
// What became of it: "Taken back 14:32:05.", why it was not done; empty: it simply stands.
QString endOf(const keys::Past &past, const KeyPlace &place, const QDateTime &now);
// The newest change that still stands and can be put back; null: none.
const keys::Past *undoable(const QList<keys::Past> &past);

} // namespace pages
