// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>

// What time it is, as a parameter: tests hand in one that stands still. Always UTC. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const { return QDateTime::currentDateTimeUtc(); }
};
