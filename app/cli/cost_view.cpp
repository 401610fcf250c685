// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "cli/cost_check.h"
#include "cli/json.h"
#include "cli/words.h"
#include "usage/gap_words.h"
#include "workspace/connection_probe.h"

using namespace Qt::StringLiterals;

// What `usage check-cost` prints.
namespace cli {

namespace {

using usage::Accord;
using usage::Figure;

struct FigureName
{
    const char *json;
    const char *title;
};
const FigureName &nameOf(Figure figure)
{
    static const FigureName names[]{{"requests", QT_TRANSLATE_NOOP("Words", "requests")},
        {"input_tokens", QT_TRANSLATE_NOOP("Words", "input tokens")},
        {"output_tokens", QT_TRANSLATE_NOOP("Words", "output tokens")},
        {"cached_tokens", QT_TRANSLATE_NOOP("Words", "cached tokens")},
        {"cost_nanos", QT_TRANSLATE_NOOP("Words", "cost")}};
    return names[int(figure)];
}

QString nameOf(Accord accord)
{
    return accord == Accord::Agrees ? u"agrees"_s : accord == Accord::Differs ? u"differs"_s : u"unknown"_s;
}

QString titleOf(Accord accord)
{
    return accord == Accord::Agrees ? Words::tr("agrees")
        : accord == Accord::Differs ? Words::tr("differs")
                                    : Words::tr("unknown");
}

QString titleOf(const CostSide &side)
{
    if (side.what == "stored"_L1)
        return Words::tr("STORED HERE");
    return side.what == "bill"_L1 ? Words::tr("BILL") : Words::tr("%1 SAYS").arg(side.profile);
}

QString shown(Figure figure, const std::optional<qint64> &number, const QString &currency)
{
    if (!number)
        return Words::tr("unknown");
    return figure == Figure::Cost ? money::decimal(*number) + u' ' + currency : QString::number(*number);
}

QString shownDifference(const usage::FigurePair &pair, const QString &currency)
{
    const auto apart = pair.accord == Accord::Unknown ? std::nullopt : pair.difference();
    const QString sign = apart.value_or(0) > 0 ? u"+"_s : QString();
    return sign + shown(pair.figure, apart, currency);
}

Table tableOf(const CostComparison &comparison)
{
    const QString left = comparison.left.totals.currency, right = comparison.right.totals.currency;
    Table rows{
        {Words::tr("FIGURE"), titleOf(comparison.left), titleOf(comparison.right), Words::tr("DIFFERENCE"), QString()}};
    for (const usage::FigurePair &pair : comparison.figures)
        rows << QStringList{Words::tr(nameOf(pair.figure).title), shown(pair.figure, pair.left, left),
            shown(pair.figure, pair.right, right), shownDifference(pair, right), titleOf(pair.accord)};
    return rows;
}

QJsonObject jsonOf(const CostSide &side)
{
    return {{u"what"_s, side.what}, {side.what == "bill"_L1 ? u"file"_s : u"profile"_s, side.profile},
        {u"currency"_s, textOrNull(side.totals.currency)}};
}

QJsonObject jsonOf(const CostComparison &comparison)
{
    QJsonArray figures;
    for (const usage::FigurePair &pair : comparison.figures)
        figures.append(QJsonObject{{u"figure"_s, QLatin1StringView(nameOf(pair.figure).json)},
            {u"left"_s, cli::jsonOf(pair.left)}, {u"right"_s, cli::jsonOf(pair.right)},
            {u"difference"_s, cli::jsonOf(pair.difference())}, {u"verdict"_s, nameOf(pair.accord)}});
    return {{u"left"_s, jsonOf(comparison.left)}, {u"right"_s, jsonOf(comparison.right)}, {u"figures"_s, figures},
        {u"verdict"_s, nameOf(usage::accordOf(comparison.figures))}};
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

bool readsRows(Context &context, const Profile &profile)
{
    const auto features = workspace::featuresOf(profile, context.workspace().clock());
    return features && features->has(gateway::Feature::UsageRows);
}

// What may be missing among the rows kept here.
QStringList missing(Context &context, const CostCheck &check)
{
    const usage::KeptSums &kept = check.kept;
    const QString sync = context.hint(u"usage sync"_s);
    QStringList out;
    if (!readsRows(context, check.wish.profile))
        out << Words::tr("%1 tells no rows of its calls, so that none are read from it").arg(check.wish.profile.name);
    else if (!kept.syncedAt)
        out << Words::tr("no usage was read from %1 yet: %2").arg(check.wish.profile.name, sync);
    else if (*kept.syncedAt < kept.totals.to)
        out << Words::tr("rows were last read at %1: %2").arg(timeText(*kept.syncedAt), sync);
    if (kept.firstRow && *kept.firstRow > kept.totals.from)
        out << Words::tr("the first row here is of %1").arg(timeText(*kept.firstRow));
    for (const store::KnownGap &gap : kept.gaps)
        out << Words::tr("rows from %1 to %2 are missing: %3")
                   .arg(timeText(gap.from), timeText(gap.to), usage::gapInWords(gap.why));
    if (kept.unknownCostRows > 0)
        out << Words::tr("%n call(s) here tell no cost", nullptr, int(kept.unknownCostRows));
    if (kept.unknownTokenRows > 0)
        out << Words::tr("%n call(s) here tell no tokens", nullptr, int(kept.unknownTokenRows));
    return out;
}

// What may explain that figures are not the same, or are not here; nothing where there is nothing to explain.
QStringList reasonsOf(Context &context, const CostCheck &check)
{
    const auto differs = [](const usage::FigurePair &pair) { return pair.accord == Accord::Differs; };
    const auto notHere = [](const usage::FigurePair &pair) { return !pair.left; };
    QStringList out;
    for (const CostComparison &comparison : check.comparisons) {
        const bool apart = std::ranges::any_of(comparison.figures, differs);
        if (comparison.left.what == "stored"_L1 && (apart || std::ranges::any_of(comparison.figures, notHere)))
            out += missing(context, check);
        if (comparison.right.what != "gateway"_L1 && apart)
            out << Words::tr("a provider counts retries and fallbacks one by one, and what others use on the same "
                             "account; it does not count what the gateway answers from its cache");
    }
    return out;
}

QString conclusionOf(const CostCheck &check)
{
    if (check.accord() == Accord::Differs)
        return Words::tr("they differ");
    return check.accord() == Accord::Agrees ? Words::tr("what both tell agrees")
                                            : Words::tr("no figure is told by both, so nothing is proven");
}

QJsonObject documentOf(const CostCheck &check, const QStringList &reasons)
{
    QJsonArray comparisons;
    for (const CostComparison &comparison : check.comparisons)
        comparisons.append(jsonOf(comparison));
    const auto time = [](const QDateTime &at) { return cli::jsonOf(std::optional(at)); };
    const gateway::UsageTotals &told = check.kept.totals;
    return {{u"profile"_s, check.wish.profile.name}, {u"against"_s, textOrNull(check.wish.against)},
        {u"from"_s, time(told.from)}, {u"to"_s, time(told.to)}, {u"asked_from"_s, time(check.wish.from)},
        {u"asked_to"_s, time(check.wish.to)}, {u"synced_at"_s, cli::jsonOf(check.kept.syncedAt)},
        {u"unknown_cost_rows"_s, check.kept.unknownCostRows}, {u"comparisons"_s, comparisons},
        {u"verdict"_s, nameOf(check.accord())}, {u"reasons"_s, QJsonArray::fromStringList(reasons)}};
}

} // namespace

void print(Context &context, const CostCheck &check)
{
    const QStringList reasons = reasonsOf(context, check);
    context.out.document(documentOf(check, reasons));
    const gateway::UsageTotals &told = check.kept.totals;
    const bool wider = told.from != check.wish.from || told.to != check.wish.to;
    const QString span = timeText(told.from) + u" – "_s + timeText(told.to);
    context.out.line(wider ? Words::tr("%1; asked for %2 – %3, but sums are told of whole hours or days only")
                                 .arg(span, timeText(check.wish.from), timeText(check.wish.to))
                           : span);
    for (const CostComparison &comparison : check.comparisons) {
        context.out.line({});
        context.out.table(tableOf(comparison));
    }
    context.out.line({});
    context.out.line(conclusionOf(check));
    for (const QString &reason : reasons)
        context.out.line(Words::tr("- %1").arg(reason));
    if (check.wish.bill && check.wish.bill->others > 0)
        context.out.note(Words::tr("%n line(s) of the bill are no use but taxes, credits or purchases, and left out",
            nullptr, check.wish.bill->others));
}

} // namespace cli
