// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "kit/status.h"
#include "workspace/gateway_glance.h"

namespace pages {

// The ways behind the aliases, and how each fares.
class RoutesModel final : public kit::RowModel<workspace::GatewayRoute>
{
    Q_OBJECT

public:
    enum Column { Alias, Upstream, Model, Weight, Health, FirstByte, Served, Failed };
    RoutesModel();
};

// Those of people's own aliases, and scripted ones that were called; or all.
QList<workspace::GatewayRoute> routeRows(const QList<workspace::GatewayRoute> &routes, bool all);
kit::Status healthStatus(const workspace::GatewayRoute &route);
QString healthWords(const workspace::GatewayRoute &route); // "healthy", "rests 12 s", "being tried", "not called yet"

} // namespace pages
