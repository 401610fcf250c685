// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "cli/context.h"
#include "workspace/tombstones.h"

namespace cli {

using workspace::Tombstone;
// Of the key with this id or name. Empty: none is known, or the store cannot be read. The data dir is open.
Task<std::optional<Tombstone>> tombstoneOf(Context &context, QString profile, QString word);
// One sentence: when it was deleted, by whom and why.
QString wordsOf(const Tombstone &stone);
void printTombstone(Context &context, const Tombstone &stone);

} // namespace cli
