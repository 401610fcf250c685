// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QString>

// A budget that is larger for some time on a gateway that knows no such thing: this program takes it back at the end, and
// only while it runs.
struct BudgetRaise
{
    qint64 id = 0;
    QString profile; // id
    QString keyId;
    QString key; // its name then
    QString window; // of the Budget
    qint64 beforeNanos = 0; // USD; so the next one
    qint64 raisedNanos = 0;
    QDateTime until; // UTC
    QString by; // operating-system user
    QString failure; // why it could not be taken back last, in words; empty: it was not tried

    friend bool operator==(const BudgetRaise &, const BudgetRaise &) = default;
};
