// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/behind.h"
#include "base/money.h"
#include "pages/aliases/alias_draft.h"
#include <algorithm>
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

// What is wrong with a draft, before the gateway is asked.
namespace pages {

namespace {

constexpr int mostWeight = 1'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::AliasDraft)
};

struct Found
{
    QList<AliasProblem> all;

    void lacks(AliasField field, const QString &brief, int route = -1)
    {
        all << AliasProblem{field, route, {}, brief, true};
    }
    void wrong(AliasField field, const QString &sentence, const QString &brief, int route = -1)
    {
        all << AliasProblem{field, route, sentence, brief, false};
    }
};

QString freeName(const QString &name, const QList<Alias> &catalog)
{
    for (int number = 2;; ++number) {
        const QString tried = u"%1-%2"_s.arg(name).arg(number);
        if (!aliases::named(catalog, tried))
            return tried;
    }
}

void judgeName(Found &found, const AliasDraft &draft, const AliasGround &ground)
{
    const QString name = draft.name.trimmed();
    if (ground.before)
        return; // it keeps its name
    if (name.isEmpty())
        found.lacks(AliasField::Name, Words::tr("the name is missing"));
    else if (aliases::named(ground.catalog, name))
        found.wrong(AliasField::Name,
            Words::tr("There is an alias of this name. Try %1.").arg(freeName(name, ground.catalog)),
            Words::tr("the name is taken"));
    else if (ground.form.channels && name.contains(u','))
        found.wrong(AliasField::Name, Words::tr("This gateway takes a comma for the end of a name. Leave it out."),
            Words::tr("the name has a comma"));
}

void judgeWeight(Found &found, const QString &text, const gateway::AliasForm &form, int at)
{
    bool number = false;
    const int weight = text.trimmed().toInt(&number);
    if (!form.weighsRoutes || (number && weight >= form.leastWeight && weight <= mostWeight))
        return;
    found.wrong(AliasField::Weight,
        Words::tr("A weight is a whole number from %1 to %L2.").arg(form.leastWeight).arg(mostWeight),
        Words::tr("the weight of route %1").arg(at + 1), at);
}

void judgeRoute(Found &found, const RouteDraft &route, const AliasDraft &draft, const AliasGround &ground, int at)
{
    const QString upstream = route.upstream.trimmed();
    const bool pointer = ground.form.pointers && draft.routes.size() == 1;
    if (upstream.isEmpty() && !pointer)
        found.lacks(AliasField::Upstream, Words::tr("route %1 has no upstream").arg(at + 1), at);
    else if (ground.form.channels && !upstreamsOf(ground.catalog).contains(upstream))
        found.wrong(AliasField::Upstream, Words::tr("No enabled channel of this gateway is called so."),
            Words::tr("the channel of route %1").arg(at + 1), at);
    if (route.model.trimmed().isEmpty())
        found.lacks(AliasField::Model, Words::tr("route %1 has no model").arg(at + 1), at);
    judgeWeight(found, route.weight, ground.form, at);
}

// What a channel, or an upstream and its model, is known by among the routes.
QString identityOf(const QString &upstream, const QString &model, const gateway::AliasForm &form)
{
    return form.channels ? upstream.trimmed() : upstream.trimmed() + u'\n' + model.trimmed();
}

// More often than it was there already.
void judgeTwins(Found &found, const AliasDraft &draft, const AliasGround &ground)
{
    QHash<QString, int> left;
    for (const Route &route : ground.before ? ground.before->routes : QList<Route>())
        ++left[identityOf(route.upstream, route.model, ground.form)];
    for (int at = 0; at < draft.routes.size(); ++at) {
        const RouteDraft &route = draft.routes.at(at);
        const QString identity = identityOf(route.upstream, route.model, ground.form);
        if (!left.contains(identity))
            left[identity] = 1;
        if (--left[identity] >= 0 || route.upstream.trimmed().isEmpty())
            continue;
        found.wrong(AliasField::Upstream,
            ground.form.channels ? Words::tr("A channel serves an alias once only. Choose another one.")
                                 : Words::tr("This upstream and model are a route already. Raise its weight instead."),
            Words::tr("route %1 is there twice").arg(at + 1), at);
    }
}

void judgeRoutes(Found &found, const AliasDraft &draft, const AliasGround &ground)
{
    if (draft.routes.isEmpty())
        found.lacks(AliasField::Routes, Words::tr("it has no route"));
    for (int at = 0; at < draft.routes.size(); ++at)
        judgeRoute(found, draft.routes.at(at), draft, ground, at);
    judgeTwins(found, draft, ground);
}

void judgeAmount(Found &found, AliasField field, const QString &text, const QString &brief)
{
    const auto nanos = money::nanosOf(text.trimmed());
    if (!text.trimmed().isEmpty() && (!nanos || *nanos < 0))
        found.wrong(field, Words::tr("Not an amount. Try 0.15; leave it empty if it is not known."), brief);
}

void judgePrice(Found &found, const AliasDraft &draft, const AliasGround &ground)
{
    judgeAmount(found, AliasField::PriceIn, draft.priceIn, Words::tr("the price of the input"));
    judgeAmount(found, AliasField::PriceOut, draft.priceOut, Words::tr("the price of the output"));
    judgeAmount(found, AliasField::PriceCached, draft.priceCached, Words::tr("the price of cached input"));
    const bool in = !draft.priceIn.trimmed().isEmpty(), out = !draft.priceOut.trimmed().isEmpty();
    const bool cached = !draft.priceCached.trimmed().isEmpty();
    if (ground.form.wholePrices && (in != out || (cached && !in)))
        found.wrong(in ? AliasField::PriceOut : AliasField::PriceIn,
            Words::tr("This gateway keeps both prices, or none: give 0 for what is free."), Words::tr("half a price"));
}

void judgeContext(Found &found, const QString &text)
{
    bool number = false;
    const qint64 tokens = text.trimmed().toLongLong(&number);
    if (!text.trimmed().isEmpty() && (!number || tokens <= 0))
        found.wrong(AliasField::Context, Words::tr("A number of tokens, such as 128000; empty if it is not told."),
            Words::tr("the longest input"));
}

void judgeFallbacks(Found &found, const AliasDraft &draft, const AliasGround &ground)
{
    Alias alias;
    alias.name = draft.name.trimmed();
    alias.fallbacks = draft.fallbacks;
    for (const QString &name : draft.fallbacks)
        if (name != alias.name && !aliases::named(ground.catalog, name))
            found.wrong(AliasField::Fallbacks,
                Words::tr("No alias is called “%1”. Take it out, or make it first.").arg(name),
                Words::tr("a fallback that is not there"));
    const QStringList circle = alias.name.isEmpty() ? QStringList() : aliases::circleOf(ground.catalog, alias);
    if (!circle.isEmpty())
        found.wrong(AliasField::Fallbacks,
            Words::tr("It would fall back on itself: %1. Take one of them out.").arg(circle.join(u" → "_s)),
            Words::tr("fallbacks in a circle"));
}

void judgeFamilies(Found &found, const AliasDraft &draft, const gateway::AliasForm &form)
{
    if (form.families == gateway::AliasForm::Families::One && draft.families.size() > 1)
        found.wrong(AliasField::Families, Words::tr("This gateway keeps one family of an alias."),
            Words::tr("more than one family"));
}

} // namespace

QList<AliasProblem> aliasProblems(const AliasDraft &draft, const AliasGround &ground)
{
    Found found;
    judgeName(found, draft, ground);
    judgeFamilies(found, draft, ground.form);
    judgeRoutes(found, draft, ground);
    judgePrice(found, draft, ground);
    judgeContext(found, draft.context);
    judgeFallbacks(found, draft, ground);
    if (ground.before) { // what is wrong with it already is no mistake of who changes something else
        const AliasDraft was = draftOf(*ground.before);
        found.all.removeIf([&](const AliasProblem &each) {
            return (each.field == AliasField::Fallbacks && draft.fallbacks == was.fallbacks)
                || (each.field == AliasField::Families && draft.families == was.families);
        });
    }
    return found.all;
}

} // namespace pages
