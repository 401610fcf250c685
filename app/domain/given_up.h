// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>

// How and when a key lost its right, or a part of it.
struct GivenUp
{
    enum class Act { Disabled, Deleted, Expired, Narrowed };
    Act act = Act::Disabled;
    QDateTime at; // UTC; of a write: when it was begun

    friend bool operator==(const GivenUp &, const GivenUp &) = default;
};
