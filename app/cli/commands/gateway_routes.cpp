// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 500;

// How a route fares; empty when the gateway does not tell.
static QJsonObject stateOf(const QJsonArray &states, const QString &alias, const QJsonObject &route)
{
    for (const QJsonValue state : states) {
        const QJsonObject one = state.toObject();
        const bool ofAlias = !one.contains("alias"_L1) || one["alias"_L1].toString() == alias;
        if (ofAlias && one["upstream"_L1] == route["upstream"_L1] && one["model"_L1] == route["model"_L1])
            return one;
    }
    return {};
}

// A row for each route of each alias.
static QJsonArray rowsOf(const QJsonArray &aliases, const QJsonArray &states, bool all)
{
    QJsonArray out;
    for (const QJsonValue value : aliases) {
        const QJsonObject alias = value.toObject();
        const QString name = alias["name"_L1].toString();
        if (!all && alias["origin"_L1].toString() == "builtin"_L1)
            continue;
        for (const QJsonValue route : alias["routes"_L1].toArray()) {
            QJsonObject row = stateOf(states, name, route.toObject());
            row.insert(u"alias"_s, name);
            row.insert(u"strategy"_s, alias["strategy"_L1]);
            for (const char *field : {"upstream", "model", "weight"})
                row.insert(QLatin1StringView(field), route.toObject()[QLatin1StringView(field)]);
            out.append(row);
        }
    }
    return out;
}

static QString breakerOf(const QJsonObject &row)
{
    const QString breaker = row["breaker"_L1].toString();
    const qint64 rests = row["rests_ms"_L1].toInteger();
    return rests > 0 ? Words::tr("%1 for %2 s").arg(breaker).arg((rests + 999) / 1000) : breaker;
}

static void print(Context &context, const QJsonArray &items)
{
    Table rows{{Words::tr("ALIAS"), Words::tr("STRATEGY"), Words::tr("UPSTREAM"), Words::tr("MODEL"),
        Words::tr("WEIGHT"), Words::tr("BREAKER"), Words::tr("SERVED"), Words::tr("FAILED"), Words::tr("FIRST BYTE")}};
    for (const QJsonValue item : items) {
        const QJsonObject row = item.toObject();
        const QJsonValue first = row["first_byte_ms"_L1];
        rows << QStringList{row["alias"_L1].toString(), row["strategy"_L1].toString(), row["upstream"_L1].toString(),
            row["model"_L1].toString(), QString::number(row["weight"_L1].toInteger()), breakerOf(row),
            QString::number(row["served"_L1].toInteger()), QString::number(row["failed"_L1].toInteger()),
            first.isDouble() ? Words::tr("%1 ms").arg(first.toInteger()) : Words::tr("unknown")};
    }
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway routes"_s;
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    const auto calls = co_await reachGateway(context, what);
    if (!calls)
        co_return context.failed(calls.error());
    const auto aliases = co_await (*calls)->items(u"aliases"_s, 100'000);
    const auto states = co_await (*calls)->items(u"routes"_s, 100'000);
    if (!aliases || !states)
        co_return context.failed(notAnswered(context, what, aliases ? states.error() : aliases.error()));
    QJsonArray rows = rowsOf(*aliases, *states, context.args.has("all"));
    const bool complete = rows.size() <= *limit;
    while (rows.size() > *limit)
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
