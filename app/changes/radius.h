// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"
#include "store/key_use.h"

// Who would feel a change set: from the usage rows that are stored here.
namespace changes {

// A key that the set touches and what it called, or an alias and the calls to it.
struct Reach
{
    QString object; // "key", "alias"
    QString id; // empty: it is yet to be created, or it is an alias
    QString name;
    QString application; // of its passport
    Verb verb = Verb::Change;
    qint64 calls = 0;
    qint64 costNanos = 0; // of the rows that tell it
    qint64 untold = 0; // rows that tell no cost
    QStringList aliases; // called, the most called first
    std::optional<QDateTime> lastAt;

    friend bool operator==(const Reach &, const Reach &) = default;
};

struct Radius
{
    QDateTime from;
    store::KnownUse known; // rows of the whole profile in that time; none: nothing can be said
    QList<Reach> steps; // one of each
    QList<Reach> callers; // keys that call the aliases it touches, the most calls first
    QStringList aliases; // called by the keys, and those that it touches
    QStringList applications; // of their passports
    qint64 calls = 0;
    qint64 costNanos = 0;
    qint64 untold = 0;
    qint64 samples = 0; // of the calls, made by the demo seed

    friend bool operator==(const Radius &, const Radius &) = default;
};

constexpr int usualDays = 30;

// Pure: from the sums of store::useOf(), asked with touchedBy().
Radius radiusOf(const ChangeSet &set, const QList<store::KeyUse> &uses);
store::UseOf touchedBy(const ChangeSet &set);

} // namespace changes
