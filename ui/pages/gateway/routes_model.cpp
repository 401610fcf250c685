// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/routes_model.h"
#include "kit/cells.h"
#include "kit/format.h"

using namespace Qt::StringLiterals;

namespace pages {

using workspace::GatewayRoute;

static bool called(const GatewayRoute &route)
{
    return route.served + route.failed > 0;
}

QList<GatewayRoute> routeRows(const QList<GatewayRoute> &routes, bool all)
{
    QList<GatewayRoute> rows;
    for (const GatewayRoute &route : routes)
        if (all || !route.builtIn || called(route))
            rows << route;
    return rows;
}

kit::Status healthStatus(const GatewayRoute &route)
{
    if (route.breaker == u"open"_s)
        return kit::Status::Bad;
    if (route.breaker == u"half_open"_s)
        return kit::Status::Warn;
    return called(route) ? kit::Status::Ok : kit::Status::Unknown;
}

QString healthWords(const GatewayRoute &route)
{
    if (route.breaker == u"open"_s)
        return RoutesModel::tr("rests %1").arg(kit::format::duration(route.restsMs));
    if (route.breaker == u"half_open"_s)
        return RoutesModel::tr("tried next");
    return called(route) ? RoutesModel::tr("healthy") : RoutesModel::tr("not called yet");
}

static QVariant healthMore(const GatewayRoute &route, int role)
{
    if (role == kit::cell::State)
        return int(healthStatus(route));
    const bool asked = role == Qt::ToolTipRole && !route.lastError.isEmpty();
    return asked ? QVariant(RoutesModel::tr("last error: %1").arg(route.lastError)) : QVariant();
}

static QVariant aliasMore(const GatewayRoute &route, int role)
{
    const bool asked = role == Qt::ToolTipRole && !route.strategy.isEmpty();
    return asked ? QVariant(RoutesModel::tr("route chosen: %1").arg(route.strategy)) : QVariant();
}

static QVariant countMore(const GatewayRoute &, int role)
{
    return role == Qt::ToolTipRole
        ? QVariant(RoutesModel::tr("of the upstream's model, for every alias that leads to it"))
        : QVariant();
}

static QString firstByte(const GatewayRoute &route)
{
    return route.firstByteMs ? kit::format::duration(*route.firstByteMs) : kit::format::none();
}

RoutesModel::RoutesModel()
    : RowModel(
        {
            {tr("Alias"), [](const GatewayRoute &r) { return r.alias; }, Qt::AlignLeft, aliasMore},
            {tr("Upstream"), [](const GatewayRoute &r) { return r.upstream; }},
            {tr("Model"), [](const GatewayRoute &r) { return r.model; }},
            {tr("Weight"), [](const GatewayRoute &r) { return kit::format::count(r.weight); }, Qt::AlignRight},
            {tr("Health"), healthWords, Qt::AlignLeft, healthMore},
            {tr("First byte"), firstByte, Qt::AlignRight},
            {tr("Served"), [](const GatewayRoute &r) { return kit::format::count(r.served); }, Qt::AlignRight,
                countMore},
            {tr("Failed"), [](const GatewayRoute &r) { return kit::format::count(r.failed); }, Qt::AlignRight,
                countMore},
        },
        [](const GatewayRoute &r) { return r.alias + u'\n' + r.upstream + u'\n' + r.model; })
{}

} // namespace pages
