// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/figures.h"

// What is usual: the median of the same weekday, over at most eight weeks before, of days that have rows. Fewer than three
// such days tell nothing.
namespace usage {

constexpr int usualWeeks = 8;
constexpr int usualDays = 3;

// The usual of each step of [from, to). `before` holds the quarters of the weeks before `from`, and up to `to`.
QList<Bucket> usualOf(
    const QList<store::Quarter> &before, const QList<QDateTime> &steps, Step step, const QTimeZone &zone);

} // namespace usage
