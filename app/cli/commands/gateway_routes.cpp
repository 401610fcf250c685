// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"
#include "workspace/gateway_glance.h"

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 500;

static QJsonArray rowsOf(const QJsonArray &aliases, const QJsonArray &states, bool all)
{
    QJsonArray out;
    for (const QJsonValue row : workspace::routeRows(aliases, states))
        if (all || !workspace::routeOf(row.toObject()).builtIn)
            out.append(row);
    return out;
}

static QString breakerOf(const workspace::GatewayRoute &route)
{
    return route.restsMs > 0 ? Words::tr("%1 for %2 s").arg(route.breaker).arg((route.restsMs + 999) / 1000)
                             : route.breaker;
}

static void print(Context &context, const QJsonArray &items)
{
    Table rows{{Words::tr("ALIAS"), Words::tr("STRATEGY"), Words::tr("UPSTREAM"), Words::tr("MODEL"),
        Words::tr("WEIGHT"), Words::tr("BREAKER"), Words::tr("SERVED"), Words::tr("FAILED"), Words::tr("FIRST BYTE")}};
    for (const QJsonValue item : items) {
        const workspace::GatewayRoute route = workspace::routeOf(item.toObject());
        rows << QStringList{route.alias, route.strategy, route.upstream, route.model, QString::number(route.weight),
            breakerOf(route), QString::number(route.served), QString::number(route.failed),
            route.firstByteMs ? Words::tr("%1 ms").arg(*route.firstByteMs) : Words::tr("unknown")};
    }
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway routes"_s;
    const auto listing = co_await reachForList(context, what, usualLimit);
    if (!listing)
        co_return context.failed(listing.error());
    const auto aliases = co_await listing->calls->items(u"aliases"_s, 100'000);
    const auto states = co_await listing->calls->items(u"routes"_s, 100'000);
    if (!aliases || !states)
        co_return context.failed(notAnswered(context, what, aliases ? states.error() : aliases.error()));
    QJsonArray rows = rowsOf(*aliases, *states, context.args.has("all"));
    const bool complete = rows.size() <= listing->limit;
    while (rows.size() > listing->limit)
        rows.removeLast();
    context.out.document(listDocument(rows, complete));
    print(context, rows);
    co_return AllWell;
}

extern const Command gatewayRoutes;
const Command gatewayRoutes{"gateway routes", "",
    QT_TRANSLATE_NOOP("Words", "lists what stands behind each alias, and how it fares"), "gateway routes --json",
    {{"all", "", QT_TRANSLATE_NOOP("Words", "with the built-in scripted models")}}, run};

} // namespace cli
