// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "kit/status.h"

namespace pages {

// How a call ended, as the screen says it: the same words for every gateway.
struct Ending
{
    kit::Status status = kit::Status::Unknown;
    QString word; // "cut off"
    QString why;
    QString owner; // whose matter it is; empty: nobody's
    QString next; // empty: nothing to do
};

// From the ended word, the error class and the status, whichever the gateway told.
Ending endingOf(const UsageRecord &row);
// For a column: "200", "429, rate limited", "cut off".
QString endWords(const UsageRecord &row);

} // namespace pages
