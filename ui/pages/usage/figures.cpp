// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/figures.h"
#include "kit/format.h"
#include <algorithm>
#include <cmath>
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

bool comparable(const Shown &shown)
{
    const Ground &ground = shown.ground;
    constexpr int lateSeconds = 15 * 60;
    const QDateTime end = std::min(shown.span.to, ground.now);
    if (!shown.before.loaded || shown.before.totals.requests == 0)
        return false;
    if (gapWithin(ground, shown.spanBefore.from, shown.span.to))
        return false;
    if (ground.until.isValid() && ground.until.secsTo(end) > lateSeconds)
        return false;
    const QDateTime firstStep = endOf(shown.spanBefore, 0);
    return std::any_of(shown.before.series.cbegin(), shown.before.series.cend(),
        [&](const usage::Bucket &b) { return b.totals.requests > 0 && b.start < firstStep; });
}

static QString changed(double now, double before, const Shown &shown)
{
    if (before <= 0)
        return {};
    if (std::abs(now / before - 1) < 0.0005)
        return FigureWords::tr("no change %1").arg(comparedWith(shown.choice.period.range));
    return u"%1 %2"_s.arg(format::change(now / before - 1), comparedWith(shown.choice.period.range));
}

static QString notCompared(const Shown &shown)
{
    if (shown.before.loading || !shown.before.loaded)
        return {};
    return FigureWords::tr("no whole period before to compare");
}

static QString changeNote(const Shown &shown, Measure measure)
{
    const auto now = amount(shown.now.totals, measure);
    const auto before = amount(shown.before.totals, measure);
    if (!comparable(shown))
        return notCompared(shown);
    return now && before ? changed(*now, *before, shown) : QString();
}

static Reading spend(const Shown &shown)
{
    const usage::Totals &t = shown.now.totals;
    Reading out{FigureWords::tr("Spend"), format::none(), {}, {}};
    if (t.costNanos) {
        out.value = format::money(*t.costNanos);
        out.unit = currency();
    }
    if (t.unknownCostRows > 0) { // a partial sum is not compared
        out.note = FigureWords::tr("%Ln request(s) of unknown cost", nullptr, int(t.unknownCostRows));
        out.noteInk = Ink::Warn;
        return out;
    }
    out.note = shown.before.totals.unknownCostRows > 0 ? notCompared(shown) : changeNote(shown, Measure::Spend);
    return out;
}

// Number and unit apart, as the figure prints them.
static Reading counted(const QString &name, std::optional<qint64> n)
{
    if (!n)
        return {name, format::none(), {}, {}};
    QString words = format::compact(*n);
    const QStringList parts = words.remove(QChar(0x2066)).remove(QChar(0x2069)).split(QChar(0x202F));
    return {name, parts.first(), parts.value(1), {}};
}

static QString tokenParts(const usage::Totals &t)
{
    const auto words = [](std::optional<qint64> n) { return n ? format::compact(*n) : format::none(); };
    if (!t.inputTokens && !t.outputTokens)
        return FigureWords::tr("no row tells its tokens");
    QString out = FigureWords::tr("in %1, out %2").arg(words(t.inputTokens), words(t.outputTokens));
    if (t.cachedTokens && t.inputTokens && *t.inputTokens > 0)
        out += FigureWords::tr(", cached %1").arg(format::percent(double(*t.cachedTokens) / double(*t.inputTokens)));
    return out;
}

static std::optional<double> perThousand(const usage::Totals &t)
{
    const qint64 known = t.requests - t.unknownCostRows;
    if (!t.costNanos || known <= 0)
        return {};
    return double(*t.costNanos) * 1000 / double(known);
}

static Reading unitCost(const Shown &shown)
{
    Reading out{FigureWords::tr("Cost per 1,000 requests"), format::none(), {}, {}};
    const auto now = perThousand(shown.now.totals);
    const auto before = perThousand(shown.before.totals);
    if (!now)
        return out;
    out.value = format::money(qint64(*now));
    out.unit = currency();
    if (shown.now.totals.unknownCostRows > 0)
        out.note = FigureWords::tr("of the requests with a price");
    else if (comparable(shown) && before && shown.before.totals.unknownCostRows == 0)
        out.note = changed(*now, *before, shown);
    else
        out.note = notCompared(shown);
    return out;
}

static Reading unknownCost(const Shown &shown)
{
    const usage::Totals &t = shown.now.totals;
    Reading out = counted(FigureWords::tr("Rows with unknown cost"), t.unknownCostRows);
    if (t.unknownCostRows == 0) {
        out.note = t.requests > 0 ? FigureWords::tr("every row has its cost") : QString();
        return out;
    }
    out.noteInk = Ink::Bad;
    const double share = double(t.unknownCostRows) / double(qMax<qint64>(1, t.requests));
    out.note = share < 0.001 ? FigureWords::tr("less than 0.1 % of all rows")
                             : FigureWords::tr("%1 of all rows").arg(format::percent(share));
    const auto groups = std::count_if(shown.now.breakdown.cbegin(), shown.now.breakdown.cend(),
        [](const usage::Bucket &b) { return b.totals.unknownCostRows > 0; });
    if (shown.choice.group == usage::GroupBy::Alias && groups > 0)
        out.note += FigureWords::tr(", on %n alias(es)", nullptr, int(groups));
    return out;
}

QList<Reading> readings(const Shown &shown)
{
    Reading requests = counted(FigureWords::tr("Requests"), shown.now.totals.requests);
    requests.note = changeNote(shown, Measure::Requests);
    Reading tokens = counted(FigureWords::tr("Tokens"), tokensOf(shown.now.totals));
    tokens.note = tokenParts(shown.now.totals);
    return {spend(shown), requests, tokens, unitCost(shown), unknownCost(shown)};
}

} // namespace pages
