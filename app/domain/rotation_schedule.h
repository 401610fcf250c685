// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDate>
#include <QString>

// When a key is to be rotated, as kept on this machine: nothing is written to a gateway by it.
struct RotationSchedule
{
    QString keyId;
    QString key; // its name
    int everyDays = 0; // again so long after each rotation; 0: once
    QDate next; // UTC

    friend bool operator==(const RotationSchedule &, const RotationSchedule &) = default;
};
