// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"
#include <functional>

// Applying a change set and taking it back, step by step. The set must be taken by this process (its state is kept).
namespace gateway {
class Aliases;
}

namespace changes {

// Keeps what became of the steps. The store is behind it.
class Keeper
{
public:
    virtual ~Keeper() = default;
    virtual Task<Result<>> keep(qint64 set, Step step) = 0; // before its write, and after it
    virtual Task<Result<>> end(qint64 set, SetState state) = 0;
};

// What a run works with; the caller keeps it alive. Main thread.
struct Run
{
    gateway::Keys &keys;
    gateway::Aliases *aliases; // null: this gateway has none
    Journal &journal;
    Keeper &keeper;
    bool canCreate = true; // keys, on this gateway
    bool keepGoing = false; // past a step that failed; those that need it are left out
    QString reason = {}; // for the journal; empty: the set's
    // After each step; a secret comes here once, and nowhere else.
    std::function<void(const Step &, const std::optional<Secret> &)> told = [](const auto &, const auto &) {};
    std::function<bool()> stops = [] { return false; }; // asked before each step
};

// Applies what is not applied yet, in the order of orderOf(), and stops at the first failure. Each step is read back. The
// set comes back as it then stands: Applied or Stopped. A failure: its state could not be kept, or there is no order.
Task<Result<ChangeSet>> applySet(Run &run, ChangeSet set);
// Takes back what was applied, last step first: Undone or HalfUndone. What cannot be taken back is Kept, with a remark.
Task<Result<ChangeSet>> undoSet(Run &run, ChangeSet set);

} // namespace changes
