// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"

namespace pages {

// Keys that are at the first of their thresholds or more (80 % of a cap where they have none), expired, or will be: each
// from 14 days before, on its last day with weight, and one line for those of the 30 days ahead. At most three lines of a
// kind; one more counts the rest.
QList<Attention> ofKeys(const QList<Key> &keys, const QDateTime &now);
// Share of the key's tightest budget that is spent; empty: no budget, or the gateway does not tell.
std::optional<double> spentShare(const Key &key);
bool expired(const Key &key, const QDateTime &now);

} // namespace pages
