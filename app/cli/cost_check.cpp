// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_check.h"
#include "cli/words.h"
#include "workspace/connection_probe.h"
#include "workspace/connection_words.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QString what = u"usage check-cost"_s;

using Sums = std::optional<gateway::UsageTotals>; // empty: that gateway tells none
struct Sides
{
    Sums gateway;
    Sums provider;
};

// Some kinds tell no sums at all: they need not even run.
bool mayTell(const Profile &profile, const Clock &clock)
{
    const auto features = workspace::featuresOf(profile, clock);
    return features && features->has(gateway::Feature::UsageTotals);
}

Trouble tellsNone(const Profile &profile, const QString &next)
{
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    const QString kind = adapter ? workspace::titleOf(*adapter) : profile.kind;
    return {Misuse, u"unsupported"_s, what,
        Words::tr("%1 (%2) tells no sums of its own to compare with").arg(profile.name, kind), next};
}

struct Asked
{
    Profile profile;
    QDateTime from;
    QDateTime to;
    gateway::TotalsPart part = {};
};
Task<Maybe<Sums>> sumsOf(Context &context, Asked asked)
{
    const Profile &profile = asked.profile;
    Sums none;
    if (!mayTell(profile, context.workspace().clock()))
        co_return none;
    const auto session = co_await connectSession(context, what, profile.name);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    workspace::LiveSession &live = **session;
    gateway::UsageSource *source = live.admin().usage();
    if (!source || !live.features().has(gateway::Feature::UsageTotals))
        co_return none;
    const auto totals = co_await source->totalsOf(asked.part, asked.from, asked.to);
    if (!totals)
        co_return trouble(what, totals.error(), live.attempt());
    co_return Sums(*totals);
}

bool sameSpan(const gateway::UsageTotals &a, const gateway::UsageTotals &b)
{
    return a.from == b.from && a.to == b.to;
}

Trouble otherSpan(const gateway::UsageTotals &a, const gateway::UsageTotals &b)
{
    const auto span = [](const gateway::UsageTotals &sums) {
        return sums.from.toString(Qt::ISODate) + u'/' + sums.to.toString(Qt::ISODate);
    };
    return {Inconclusive, u"spans"_s, what,
        Words::tr("the two tell of different times: %1 and %2").arg(span(a), span(b)),
        Words::tr("--from and --to at whole UTC days that are over")};
}

// Each may widen the span to whole hours or days: the wider one is asked of both.
Task<Maybe<Sides>> bothSides(Context &context, CostWish wish, Profile provider)
{
    Sides sides;
    const Asked own{wish.profile, wish.from, wish.to};
    const auto first = co_await sumsOf(context, own);
    if (!first)
        co_return tl::unexpected<Trouble>(first.error());
    sides.gateway = *first;
    const QDateTime from = sides.gateway ? sides.gateway->from : wish.from;
    const QDateTime to = sides.gateway ? sides.gateway->to : wish.to;
    const Asked theirs{provider, from, to, wish.part};
    const auto second = co_await sumsOf(context, theirs);
    if (!second)
        co_return tl::unexpected<Trouble>(second.error());
    sides.provider = *second;
    if (!sides.provider)
        co_return tl::unexpected<Trouble>(
            tellsNone(provider, Words::tr("--against a connection to an OpenAI organization")));
    if (!sides.gateway || sameSpan(*sides.gateway, *sides.provider))
        co_return sides;
    const Asked wider{wish.profile, sides.provider->from, sides.provider->to};
    const auto again = co_await sumsOf(context, wider);
    if (!again)
        co_return tl::unexpected<Trouble>(again.error());
    sides.gateway = *again;
    if (!sides.gateway || !sameSpan(*sides.gateway, *sides.provider))
        co_return tl::unexpected<Trouble>(otherSpan(sides.gateway.value_or(*first.value()), *sides.provider));
    co_return sides;
}

Task<Maybe<Sides>> ownSide(Context &context, CostWish wish)
{
    const Asked own{wish.profile, wish.from, wish.to};
    const auto sums = co_await sumsOf(context, own);
    if (!sums)
        co_return tl::unexpected<Trouble>(sums.error());
    if (!*sums)
        co_return tl::unexpected<Trouble>(tellsNone(wish.profile,
            Words::tr(
                "--against PROFILE, where an OpenAI organization is paid for its calls; or gwctl usage summary")));
    Sides sides;
    sides.gateway = *sums;
    co_return sides;
}

Task<Maybe<Sides>> billSide(Context &context, CostWish wish)
{
    Sides sides;
    const Asked own{wish.profile, wish.from, wish.to};
    const auto sums = co_await sumsOf(context, own);
    if (!sums)
        co_return tl::unexpected<Trouble>(sums.error());
    sides.gateway = *sums;
    const QDateTime from = sides.gateway ? sides.gateway->from : wish.from;
    const QDateTime to = sides.gateway ? sides.gateway->to : wish.to;
    const auto billed = usage::sumsOf(*wish.bill, from, to);
    if (!billed)
        co_return misuse(u"--bill "_s + wish.billFile, billed.error().detail,
            Words::tr("--from and --to where its charges begin and end"));
    sides.provider = *billed;
    co_return sides;
}

Task<Maybe<Sides>> sidesOf(Context &context, CostWish wish)
{
    if (wish.bill)
        co_return co_await billSide(context, wish);
    if (wish.against.isEmpty())
        co_return co_await ownSide(context, wish);
    const auto provider = co_await openProfile(context, wish.against);
    if (!provider)
        co_return tl::unexpected<Trouble>(provider.error());
    if (provider->profile.id == wish.profile.id)
        co_return misuse(
            u"--against"_s, Words::tr("%1 would be compared with itself").arg(wish.against), u"gwctl profile list"_s);
    co_return co_await bothSides(context, wish, provider->profile);
}

void join(CostCheck &check, const CostSide &left, const CostSide &right)
{
    check.comparisons << CostComparison{left, right, usage::compared(left.totals, right.totals, check.wish.tolerance)};
}

} // namespace

usage::Accord CostCheck::accord() const
{
    QList<usage::FigurePair> all;
    for (const CostComparison &comparison : comparisons)
        all += comparison.figures;
    return usage::accordOf(all);
}

Task<Maybe<CostCheck>> checkCost(Context &context, CostWish wish)
{
    const auto sides = co_await sidesOf(context, wish);
    if (!sides)
        co_return tl::unexpected<Trouble>(sides.error());
    const gateway::UsageTotals &span = sides->gateway ? *sides->gateway : *sides->provider;
    store::Store &store = context.workspace().store();
    const auto kept = co_await usage::keptSums(store, wish.profile.id, span.from, span.to);
    if (!kept)
        co_return trouble(what, kept.error());
    CostCheck check;
    check.wish = wish;
    check.kept = *kept;
    const CostSide stored{u"stored"_s, wish.profile.name, kept->totals};
    const CostSide own{u"gateway"_s, wish.profile.name, sides->gateway.value_or(gateway::UsageTotals())};
    if (sides->gateway)
        join(check, stored, own);
    const CostSide bill{u"bill"_s, wish.billFile, sides->provider.value_or(gateway::UsageTotals())};
    const CostSide provider{u"provider"_s, wish.against, bill.totals};
    if (sides->provider)
        join(check, sides->gateway ? own : stored, wish.bill ? bill : provider);
    co_return check;
}

} // namespace cli
