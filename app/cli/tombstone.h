// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "cli/context.h"
#include "domain/key.h"

namespace cli {

// What is left of a key that the gateway no longer has: its last state, and who deleted it and why where it was done here.
struct Tombstone
{
    Key key;
    QDateTime at; // of the deletion; of one by somebody else: when it was first missing
    QString by; // empty: somebody else, elsewhere
    QString reason;
    qint64 set = 0;
    qint64 calls = 0; // rows that are stored here
    qint64 costNanos = 0; // of them
};
// Of the key with this id or name. Empty: none is known, or the store cannot be read. The data dir is open.
Task<std::optional<Tombstone>> tombstoneOf(Context &context, QString profile, QString word);
// One sentence: when it was deleted, by whom and why.
QString wordsOf(const Tombstone &stone);
void printTombstone(Context &context, const Tombstone &stone);

} // namespace cli
