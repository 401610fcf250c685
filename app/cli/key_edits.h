// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/set_writes.h"
#include <functional>

namespace cli {

// Of those that may write many at once: --filter, --dry-run; in place of ID.
const QList<Option> &bulkOptions();

// What a command makes of a key; empty: it is deleted.
using Alter = std::function<Maybe<std::optional<Key>>(const workspace::LiveSession &, const Key &)>;
struct KeyEdit
{
    QString what; // the command's name
    QString question; // "disable %1"
    Alter alter;
};
// The whole command: finds the key, or the keys of --filter, and writes what it makes of them through the journal; with
// --stage into a change set; with --dry-run nowhere.
Task<int> editKeys(Context &context, KeyEdit edit);

} // namespace cli
