// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <QIODevice>

// A provider's bill as a FOCUS file (CSV, usage-standards contract 2.7): the provider's side of a comparison.
namespace usage {

// A line of a bill, for use: what it costs, and how much was used where it says so.
struct Charge
{
    qint64 line = 0;
    QDateTime from; // UTC
    QDateTime to;
    qint64 nanos = 0;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens; // cached ones too
    std::optional<qint64> outputTokens;
};

struct Bill
{
    QList<Charge> charges;
    QString currency;
    QDateTime from; // of the first charge
    QDateTime to; // of the last
    int others = 0; // lines that are no use: taxes, credits, purchases
};

// Input: it is no such file, the detail names line and column; columns that are not needed are passed over.
Result<Bill> readBill(QIODevice &device);
// Its sums of [from, to). Input: a charge lies in it only in part, and cannot be divided.
Result<gateway::UsageTotals> sumsOf(const Bill &bill, const QDateTime &from, const QDateTime &to);

} // namespace usage
