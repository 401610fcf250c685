// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/keys/key_draft.h"

// The limits of a key beside its aliases, budgets and end: kinds of calls, ways, addresses, rates, warnings. Pure: from
// what was typed to a key, back, and into words.
namespace pages {

// As a person would have typed them.
BoundsDraft boundsOf(const Key &key);
RatesDraft ratesOf(const Key &key);

// Into the key; what cannot be read leaves no limit. How long a call waits for room stays.
void putLimits(Key &key, const KeyDraft &draft);
QList<KeyProblem> limitProblems(const KeyDraft &draft);

QStringList partsOf(const QString &typed); // "a, b c" -> each
std::optional<qint64> rateOf(const QString &typed); // 0: no limit; empty: unreadable

// In sentences; none when there is no such limit.
QStringList boundsInWords(const Key &key); // "Only from 10.20.0.0/16."
QStringList ratesInWords(const Key &key); // "At most 60 requests a minute and 4 calls at a time."

} // namespace pages
