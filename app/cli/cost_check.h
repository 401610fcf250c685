// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"
#include "usage/bill.h"
#include "usage/cost_check.h"

namespace cli {

// What `usage check-cost` is asked for. Times are UTC, whole seconds.
struct CostWish
{
    Profile profile;
    QString against; // a profile whose sums stand beside the gateway's; empty: none
    gateway::TotalsPart part; // of that profile's sums
    QString billFile; // a provider's bill in place of that; empty: none
    std::optional<usage::Bill> bill; // what it holds
    QDateTime from;
    QDateTime to;
    usage::Tolerance tolerance;
};

// One side of a comparison, by the name it has in JSON: "stored", "gateway", "provider", "bill".
struct CostSide
{
    QString what;
    QString profile; // or the file
    gateway::UsageTotals totals;
};

struct CostComparison
{
    CostSide left;
    CostSide right;
    QList<usage::FigurePair> figures;
};

struct CostCheck
{
    CostWish wish;
    usage::KeptSums kept;
    QList<CostComparison> comparisons; // of one span, which may be wider than the one asked for

    usage::Accord accord() const;
};

// Asks the gateway, and the provider where one is named, for their sums of one span, and adds up the rows kept of it.
Task<Maybe<CostCheck>> checkCost(Context &context, CostWish wish);
// Prints it, with what may explain a difference.
void print(Context &context, const CostCheck &check);

} // namespace cli
