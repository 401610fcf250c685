// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QString>

// What one wallet, team, user, provider or key may still spend, as its gateway tells it. Empty: not told.
struct Allowance
{
    QString scope; // "account", "organization", "team", "user", "provider", "key"
    QString id; // the gateway's
    QString name;
    QString window; // as a Budget's
    std::optional<qint64> limitNanos; // empty with `unlimited` false: not told
    std::optional<qint64> spentNanos;
    std::optional<qint64> leftNanos;
    QString currency;
    bool unlimited = false;
    std::optional<QDateTime> resetsAt; // UTC

    friend bool operator==(const Allowance &, const Allowance &) = default;
};
