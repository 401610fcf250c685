// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "changes/set_run.h"
#include "store/change_sets.h"

namespace store {
class Store;
}

namespace workspace {

// Change sets as they lie in the store, and back.
changes::ChangeSet setOf(const store::SetLine &line);
changes::SetSummary summaryOf(const store::SetHead &head);
store::SetLine lineOf(const changes::ChangeSet &set);
store::StepLine lineOf(const changes::Step &step);

// Keeps the steps of a run in the store. Main thread.
class StoredKeeper final : public changes::Keeper
{
public:
    StoredKeeper(store::Store &store, const Clock &clock) : m_store(store), m_clock(clock) {}
    Task<Result<>> keep(qint64 set, changes::Step step) override;
    Task<Result<>> end(qint64 set, changes::SetState state) override;

private:
    store::Store &m_store;
    const Clock &m_clock;
};

} // namespace workspace
