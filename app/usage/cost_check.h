// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "store/gaps.h"
#include "store/store.h"

// What two sides say of the same span of time, side by side: the rows kept here, their gateway, the provider behind it.
namespace usage {

enum class Figure { Requests, InputTokens, OutputTokens, CachedTokens, Cost };
enum class Accord { Agrees, Differs, Unknown };

// How far two figures may lie apart, in millionths of the larger one. Requests are counted, so that they are the same
// (openai-org contract, section 5); tokens and money pass through other hands.
struct Tolerance
{
    qint64 requests = 0;
    qint64 others = 5'000;
};

// One figure of two sides. Empty: that side does not tell it, and unknown is not zero.
struct FigurePair
{
    Figure figure;
    std::optional<qint64> left;
    std::optional<qint64> right;
    Accord accord = Accord::Unknown;

    std::optional<qint64> difference() const; // right less left
    friend bool operator==(const FigurePair &, const FigurePair &) = default;
};

// Every figure; cached tokens only where the right side tells them. Both sides tell of the same span. Costs in two currencies are not compared.
QList<FigurePair> compared(const gateway::UsageTotals &left, const gateway::UsageTotals &right, Tolerance tolerance);
// Differs if one figure does, Unknown if no figure can be compared.
Accord accordOf(const QList<FigurePair> &pairs);

// The sums of the rows kept here, in USD, without sample rows; and what may be missing in them.
struct KeptSums
{
    gateway::UsageTotals totals; // empty figures: no row tells them, or nothing was ever read
    qint64 unknownTokenRows = 0; // calls of the span that tell no tokens
    qint64 unknownCostRows = 0;
    std::optional<QDateTime> firstRow; // of the profile
    std::optional<QDateTime> syncedAt; // the last complete sync; empty: there was none
    QList<store::KnownGap> gaps; // that touch the span
};
Task<Result<KeptSums>> keptSums(store::Store &store, QString profile, QDateTime from, QDateTime to);

} // namespace usage
