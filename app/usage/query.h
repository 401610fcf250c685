// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include <QList>
#include <QTimeZone>

namespace usage {

// What is looked at. Times are UTC, from included, to excluded.
struct Query
{
    QString profile; // id; empty: all
    QDateTime from; // invalid: from the first row
    QDateTime to; // invalid: to the last
    QString filter; // filter language of the command line: "alias = fast and status >= 400"; empty: all
    bool samples = true; // rows marked as sample count too

    friend bool operator==(const Query &, const Query &) = default;
};

// Sums over rows. A sum is empty when no row tells it; unknownCostRows says how partial the cost is.
struct Totals
{
    qint64 requests = 0;
    qint64 errors = 0; // status >= 400, or an answer that broke off
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> cachedTokens;
    std::optional<qint64> costNanos;
    qint64 unknownCostRows = 0;
    qint64 sampleRows = 0;
    std::optional<qint64> firstTokenP95Ms;
    std::optional<qint64> recordLagP95Ms; // first seen here minus time of the call, rows that came by sync

    friend bool operator==(const Totals &, const Totals &) = default;
};

enum class GroupBy { None, Alias, Key, Model, Upstream, Status };
enum class Step { None, Hour, Day };

// The totals of one group in one step of time.
struct Bucket
{
    QDateTime start; // local midnight or hour in the query's zone; invalid with Step::None
    QString group; // empty with GroupBy::None
    Totals totals;

    friend bool operator==(const Bucket &, const Bucket &) = default;
};

// A stretch of which the rows are known to be missing or not yet complete.
struct Gap
{
    QDateTime from;
    QDateTime to;
    QString why; // in the reader's language

    friend bool operator==(const Gap &, const Gap &) = default;
};

} // namespace usage
