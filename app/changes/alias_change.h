// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"

namespace gateway {
class Aliases;
}

// Writing one alias. As with keys, success means that the gateway itself shows it.
namespace changes {

// The fields that differ, by their names: "routes", "price", ...
QStringList differences(const Alias &a, const Alias &b);
// The fields that `wanted` sets anew over `before` (empty: a new alias) and `found` does not show. What a gateway fills in
// by itself, such as a list price, is no difference.
QStringList notShown(const std::optional<Alias> &before, const Alias &wanted, const Alias &found);

// What became of it: the states as the gateway had them right before and after.
struct AliasDone
{
    AliasChange change; // before and after are equal: it was so already
    std::optional<Failure> failure; // `change.after` may then be a third state
    std::optional<Failure> noteFailure; // done, but the note about it could not be closed
};

// Notes, looks whether somebody else was faster, writes, reads back, closes the note. Conflict, Rejected, lost answers: as
// of a key. Undo: apply the inverse.
Task<AliasDone> apply(gateway::Aliases &aliases, Journal &journal, AliasChange change, Why why = {});

} // namespace changes
