// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/cost_check.h"
#include "store/columns.h"
#include "store/sync_state.h"
#include "store/usage_figures.h"
#include "usage/figures.h"

using namespace Qt::StringLiterals;

namespace usage {

namespace {

__extension__ typedef __int128 Wide;

Wide sizeOf(qint64 number)
{
    return number < 0 ? -Wide(number) : Wide(number);
}

bool within(qint64 left, qint64 right, qint64 millionths)
{
    const Wide apart = Wide(right) - Wide(left);
    return (apart < 0 ? -apart : apart) * 1'000'000 <= std::max(sizeOf(left), sizeOf(right)) * millionths;
}

FigurePair paired(Figure figure, std::optional<qint64> left, std::optional<qint64> right, qint64 millionths)
{
    FigurePair pair{figure, left, right};
    if (left && right)
        pair.accord = within(*left, *right, millionths) ? Accord::Agrees : Accord::Differs;
    return pair;
}

// Nothing is told by rows that are not there, unless a sync found that there are none.
std::optional<qint64> told(qint64 sum, qint64 tellingRows, bool none)
{
    return tellingRows > 0 || none ? std::optional(sum) : std::nullopt;
}

void put(gateway::UsageTotals &totals, const store::Sums &sums, bool synced)
{
    const bool none = synced && sums.requests == 0;
    if (sums.requests > 0 || synced)
        totals.requests = sums.requests;
    totals.inputTokens = told(sums.input, sums.inputRows, none);
    totals.outputTokens = told(sums.output, sums.outputRows, none);
    totals.cachedTokens = told(sums.cached, sums.cachedRows, none);
    totals.costNanos = told(sums.cost, sums.costRows, none);
    totals.currency = u"USD"_s;
}

sql::Result<KeptSums> readKept(
    sql::Database &database, const QString &profile, const QDateTime &from, const QDateTime &to)
{
    store::Scope scope;
    scope.profile = profile;
    scope.from = store::microsOf(from);
    scope.to = store::microsOf(to);
    scope.samples = false;
    const auto rows = store::sumsByName(database, scope, store::Dimension::All);
    const auto state = store::syncState(database, profile);
    const auto first = store::firstRow(database, profile);
    const auto gaps = store::gaps(database, profile);
    if (!rows)
        return sql::fail(rows.error());
    if (!state)
        return sql::fail(state.error());
    if (!first)
        return sql::fail(first.error());
    if (!gaps)
        return sql::fail(gaps.error());
    const store::Sums sums = sumOf(*rows);
    KeptSums kept;
    kept.totals.from = from;
    kept.totals.to = to;
    put(kept.totals, sums, state->syncedAt.has_value());
    kept.unknownTokenRows = sums.requests - std::min(sums.inputRows, sums.outputRows);
    kept.unknownCostRows = sums.requests - sums.costRows;
    kept.firstRow = *first;
    kept.syncedAt = state->syncedAt;
    for (const store::KnownGap &gap : *gaps)
        if (gap.from < to && gap.to > from)
            kept.gaps << gap;
    return kept;
}

} // namespace

std::optional<qint64> FigurePair::difference() const
{
    return left && right ? std::optional(*right - *left) : std::nullopt;
}

QList<FigurePair> compared(const gateway::UsageTotals &left, const gateway::UsageTotals &right, Tolerance tolerance)
{
    QList<FigurePair> all{paired(Figure::Requests, left.requests, right.requests, tolerance.requests),
        paired(Figure::InputTokens, left.inputTokens, right.inputTokens, tolerance.others),
        paired(Figure::OutputTokens, left.outputTokens, right.outputTokens, tolerance.others)};
    if (right.cachedTokens)
        all << paired(Figure::CachedTokens, left.cachedTokens, right.cachedTokens, tolerance.others);
    all << paired(Figure::Cost, left.costNanos, right.costNanos, tolerance.others);
    if (left.currency != right.currency)
        all.last().accord = Accord::Unknown;
    return all;
}

Accord accordOf(const QList<FigurePair> &pairs)
{
    const auto has = [&pairs](Accord accord) {
        return std::ranges::any_of(pairs, [accord](const FigurePair &pair) { return pair.accord == accord; });
    };
    return has(Accord::Differs) ? Accord::Differs : has(Accord::Agrees) ? Accord::Agrees : Accord::Unknown;
}

Task<Result<KeptSums>> keptSums(store::Store &store, QString profile, QDateTime from, QDateTime to)
{
    const auto read = [profile, from, to](sql::Database &database) { return readKept(database, profile, from, to); };
    co_return co_await store.read(read);
}

} // namespace usage
