// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"
#include "domain/alias.h"
#include "gateway/admin.h"

// What is to be said about a set before it is applied. Pure; every sentence is translated.
namespace changes {

struct Concern
{
    int place = 0; // of the step
    bool blocks = false; // it cannot be applied like this; else it is a warning
    QString field; // "budgets"; empty: the step as a whole
    QString text; // a sentence

    friend bool operator==(const Concern &, const Concern &) = default;
};

// What the steps are held against.
struct Ground
{
    gateway::Features features;
    gateway::KeyForm form = {};
    QList<Key> keys = {}; // last seen; empty: not known
    std::optional<QDateTime> keysAt = {}; // when that was
    QList<Alias> aliases = {}; // last seen; empty: not known
    QDateTime now = {};
};

// That a key which the change disables or deletes may be served for a while all the same; empty: it may not.
QString servedOn(const Change &change, const gateway::KeyForm &form);
// Of the steps that wait to be applied, by place.
QList<Concern> concernsOf(const ChangeSet &set, const Ground &ground);
// The first that blocks, as a failure (Input) that says which step.
Result<> mayApply(const ChangeSet &set, const Ground &ground);

} // namespace changes
