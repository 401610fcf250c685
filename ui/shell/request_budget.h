// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/pace.h"
#include <QString>

namespace shell {

// What the status line says of a gateway's limits on admin calls.
struct BudgetWords
{
    QString text; // of the scarcest limit; empty: none are known
    QString hint; // of each limit
    bool waits = false; // calls are held back now
};

BudgetWords budgetWords(const QList<net::LaneState> &lanes);

} // namespace shell
