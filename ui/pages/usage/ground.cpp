// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/ground.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

struct GroundWords
{
    Q_DECLARE_TR_FUNCTIONS(GroundWords)
};

bool sameMoment(const QDateTime &a, const QDateTime &b)
{
    return a.toMSecsSinceEpoch() == b.toMSecsSinceEpoch();
}

bool gapWithin(const Ground &ground, const QDateTime &from, const QDateTime &to)
{
    return std::any_of(ground.gaps.cbegin(), ground.gaps.cend(),
        [&](const usage::Gap &gap) { return gap.from < to && from < gap.to; });
}

QString missing(const Ground &ground, const QDateTime &from, const QDateTime &to)
{
    for (const usage::Gap &gap : ground.gaps)
        if (gap.from < to && from < gap.to)
            return gap.why;
    if (!ground.since.isValid() || to <= ground.since)
        return GroundWords::tr("no rows stored");
    if (ground.until.isValid() && from >= ground.until)
        return GroundWords::tr("not fetched yet");
    return {};
}

std::optional<qint64> tokensOf(const usage::Totals &totals)
{
    if (!totals.inputTokens && !totals.outputTokens)
        return {};
    return totals.inputTokens.value_or(0) + totals.outputTokens.value_or(0);
}

std::optional<double> amount(const usage::Totals &totals, Measure measure)
{
    switch (measure) {
    case Measure::Spend:
        return totals.costNanos ? std::optional(double(*totals.costNanos) / 1e9) : std::nullopt;
    case Measure::Tokens:
        return tokensOf(totals) ? std::optional(double(*tokensOf(totals))) : std::nullopt;
    case Measure::Requests:
        break;
    }
    return double(totals.requests);
}

QString groupName(const QString &group, usage::GroupBy by)
{
    if (!group.isEmpty())
        return group;
    switch (by) {
    case usage::GroupBy::Key:
        return GroundWords::tr("no key");
    case usage::GroupBy::Model:
        return GroundWords::tr("no model");
    case usage::GroupBy::Upstream:
        return GroundWords::tr("no upstream");
    case usage::GroupBy::Status:
        return GroundWords::tr("no status");
    case usage::GroupBy::Alias:
    case usage::GroupBy::None:
        break;
    }
    return GroundWords::tr("no alias");
}

QString currency()
{
    return u"USD"_s;
}

} // namespace pages
