// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"
#include "store/key_use.h"

// Who would feel a change set: from the usage rows that are stored here.
namespace changes {

// A key that the set touches, and what it called.
struct Reach
{
    QString id; // empty: it is yet to be created
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
    QList<Reach> keys; // by place of their steps
    QStringList aliases; // called by them
    QStringList applications; // of their passports
    qint64 calls = 0;
    qint64 costNanos = 0;
    qint64 untold = 0;
    qint64 samples = 0; // of the calls, made by the demo seed

    friend bool operator==(const Radius &, const Radius &) = default;
};

constexpr int usualDays = 30;

// Pure: from the sums of useOfKeys(), asked with idsIn() and namesIn().
Radius radiusOf(const ChangeSet &set, const QList<store::KeyUse> &uses);
QStringList idsIn(const ChangeSet &set);
QStringList namesIn(const ChangeSet &set);

} // namespace changes
