// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/days_left.h"

namespace usage {

// One line on what a key has left.
struct LeftFact
{
    QString id; // "left", "today", "days", "reset", "expires"
    QString name;
    QString value;

    friend bool operator==(const LeftFact &, const LeftFact &) = default;
};

// In words, translated: what is left, used today, days left at the present rate, the next reset, and the key's end where it
// has one. What is not told says so. `zone` is the profile's.
QList<LeftFact> leftFacts(
    const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now, const QString &zone);
QString wordsOf(const Outlook &outlook, bool partial);
QString nameOf(Outlook::Kind kind); // of --json: "runs_out", ...
QString notOffered();

} // namespace usage
