// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"

namespace pages {

// Keys that are at 80 % of a cap or more, or expired. At most three lines of each; one more counts the rest.
QList<Attention> ofKeys(const QList<Key> &keys, const QDateTime &now);
// Share of the key's tightest budget that is spent; empty: no budget, or the gateway does not tell.
std::optional<double> spentShare(const Key &key);
bool expired(const Key &key, const QDateTime &now);

} // namespace pages
