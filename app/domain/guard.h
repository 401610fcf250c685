// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"

// What is done to a key whose guard is spent.
enum class GuardAct {
    Notify, // nothing is written
    Disable,
    Lower, // its lifetime budget becomes what it has spent, for gateways that know no other
};

// How far a guard is in the period it is in.
enum class GuardPhase {
    Watching,
    Acting, // about to write; still so after a while: the program ended in between
    Acted,
    Restoring,
};

// A spend limit of one key in a period that its gateway does not hold. This program enforces it, and only while it runs.
struct Guard
{
    qint64 id = 0;
    QString profile; // id
    QString keyId;
    QString key; // its name when the guard was set
    qint64 nanos = 0; // USD
    QString window; // "day", "week" (from Monday), "month"
    QString zone; // IANA id: where its midnight is
    GuardAct act = GuardAct::Notify;
    int warnPercent = 80;
    QString by; // operating-system user
    QDateTime created; // UTC
    std::optional<QDateTime> warnedFor; // the begin of the period in which it was warned last
    std::optional<QDateTime> actedFor; // the same, of acting
    GuardPhase phase = GuardPhase::Watching;
    std::optional<QDateTime> phaseAt; // since when
    std::optional<Key> before; // the key as it was before the guard wrote to it; empty: it has not, or that is restored
    QString failure; // why it could not act last, in words; empty: it could
    std::optional<QDateTime> failureAt;

    friend bool operator==(const Guard &, const Guard &) = default;
};

// What a key spent in a period, from stored usage.
struct GuardSpend
{
    qint64 nanos = 0; // refunds taken off
    qint64 rows = 0;
    qint64 untold = 0; // rows that tell no cost in USD: the sum is at least what it says

    friend bool operator==(const GuardSpend &, const GuardSpend &) = default;
};
