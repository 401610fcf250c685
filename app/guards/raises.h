// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "base/task.h"
#include "changes/change.h"
#include "domain/budget_raise.h"
#include <QList>

namespace gateway {
class Admin;
}
namespace store {
class Store;
}

namespace guards {

// What the guards of one profile work with, which outlives them.
struct Parts
{
    gateway::Admin &admin;
    store::Store &store;
    changes::Journal &journal;
    const Clock &clock;
    QString profile; // id
};

// Budgets raised for some time on a gateway that cannot do it itself. Each write goes through the journal. Main thread.
class Raises
{
public:
    explicit Raises(Parts parts) : m_parts(std::move(parts)) {}

    Task<Result<QList<BudgetRaise>>> all() const; // the one that ends next first
    // The budget of that window by so much more until then, when endDue() takes it back. Input: the key has no such budget.
    Task<Result<BudgetRaise>> begin(Key key, QString window, qint64 more, QDateTime until) const;
    // Takes back what is over. A budget that somebody else set since stays as it is. What cannot be written is noted with
    // its raise and tried again.
    Task<Result<>> endDue() const;

private:
    Task<Result<>> endOne(BudgetRaise raise) const;
    Task<Result<>> write(Key before, Key after, QString reason) const;
    Task<Result<>> forget(qint64 id) const;

    Parts m_parts;
};

} // namespace guards
