// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key_standing.h"
#include <QList>

// How long a key's limit lasts at the present rate: pure functions. Unknown is never taken for zero.
namespace usage {

// What a key had spent altogether at a moment, as this program read it.
struct KeyReading
{
    QDateTime at; // UTC
    qint64 totalNanos = 0;
};

struct Outlook
{
    enum class Kind {
        Untold, // what is left, or whether there is a limit
        Unlimited,
        UsedUp,
        NoRate, // nothing tells yet how fast it is spent
        Idle, // nothing was spent in the time looked at
        LastsToReset,
        RunsOut,
    };
    Kind kind = Kind::Untold;
    std::optional<qint64> nanosPerDay;
    std::optional<qint64> secondsLeft; // of RunsOut and LastsToReset
};

// The rate is that of the shortest time of a day or more that something is told of; failing that, of the longest of an
// hour or more. Times: today, this week, this month, the limit's window, what was read here, the key's whole life.
Outlook outlookOf(const KeyStanding &standing, const QList<KeyReading> &readings, const QDateTime &now);
std::optional<QDateTime> nextReset(const KeyStanding &standing, const QDateTime &now); // empty: none, or not told
std::optional<qint64> usedToday(const KeyStanding &standing); // in this UTC day

} // namespace usage
