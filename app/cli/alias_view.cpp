// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_view.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/key_lookup.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

Task<Maybe<QList<Alias>>> listedAliases(Context &context, QString what)
{
    const auto seen = co_await seenCatalog(context, what);
    if (!seen)
        co_return tl::unexpected<Trouble>(seen.error());
    co_return seen->aliases;
}

static QString listOf(const QStringList &names, const QString &none)
{
    return names.isEmpty() ? none : names.join(u", "_s);
}

static QString priceOf(const Price &price)
{
    const QString told = Words::tr("%1 in, %2 out, %3 cached")
                             .arg(usd(price.inputNanos), usd(price.outputNanos), usd(price.cachedNanos));
    return price.whyNone.isEmpty() ? told : Words::tr("%1 (%2)").arg(told, price.whyNone);
}

static QString routesOf(const Alias &alias)
{
    QStringList out;
    for (const Route &route : alias.routes)
        out << (route.upstream.isEmpty() ? route.model : route.upstream + u'/' + route.model);
    return listOf(out, Words::tr("not told"));
}

Table rowsOf(const QList<Alias> &aliases)
{
    Table rows{{Words::tr("NAME"), Words::tr("ROUTES"), Words::tr("FAMILIES"), Words::tr("USD PER MILLION IN"),
        Words::tr("OUT"), Words::tr("FALLBACKS")}};
    for (const Alias &alias : aliases)
        rows << QStringList{alias.name, routesOf(alias), listOf(alias.families, Words::tr("none named")),
            usd(alias.price.inputNanos), usd(alias.price.outputNanos), listOf(alias.fallbacks, Words::tr("none"))};
    return rows;
}

static Table routeRows(const Alias &alias)
{
    Table rows{{Words::tr("UPSTREAM"), Words::tr("MODEL"), Words::tr("WEIGHT"), Words::tr("PRICE PER MILLION")}};
    for (const Route &route : alias.routes)
        rows << QStringList{route.upstream, route.model, QString::number(route.weight),
            route.price == Price() ? Words::tr("the alias's") : priceOf(route.price)};
    return rows;
}

void printAlias(Context &context, const Alias &alias)
{
    context.out.document(jsonOf(alias));
    Table rows{{Words::tr("Alias"), alias.name},
        {Words::tr("Families"), listOf(alias.families, Words::tr("none named"))},
        {Words::tr("Price per million"), priceOf(alias.price)},
        {Words::tr("Fallbacks"), listOf(alias.fallbacks, Words::tr("none"))}};
    if (alias.contextTokens)
        rows << QStringList{Words::tr("Longest input"), Words::tr("%1 tokens").arg(*alias.contextTokens)};
    if (!alias.strategy.isEmpty())
        rows << QStringList{Words::tr("Strategy"), alias.strategy};
    if (alias.routes.isEmpty())
        rows << QStringList{Words::tr("Routes"), Words::tr("not told")};
    context.out.table(rows);
    if (!alias.routes.isEmpty())
        context.out.table(routeRows(alias));
}

} // namespace cli
