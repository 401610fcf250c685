// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/allowance.h"

// What a key's holder may know of it without any admin right. Empty: its gateway does not tell.
struct KeyStanding
{
    Allowance allowance; // of the key, or of who holds it where the gateway counts so
    std::optional<qint64> todayNanos; // spent in this UTC day, week from Monday, month
    std::optional<qint64> weekNanos;
    std::optional<qint64> monthNanos;
    std::optional<qint64> totalNanos; // spent ever: a counter that no reset touches
    std::optional<QDateTime> createdAt; // UTC
    std::optional<QDateTime> expiresAt; // UTC
    bool partial = false; // the gateway tells it in several answers, and not all of them have come yet

    friend bool operator==(const KeyStanding &, const KeyStanding &) = default;
};
