// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/matrix.h"
#include <algorithm>
#include <QMap>

namespace pages {

QList<ChannelColumn> channelsOf(const QList<Alias> &catalog)
{
    QMap<QString, ChannelColumn> found;
    for (const Alias &alias : catalog)
        for (const Route &route : alias.routes) {
            ChannelColumn &channel = found[route.upstream];
            channel = {route.upstream, route.weight, channel.serves + 1};
        }
    return found.values();
}

QList<MatrixRow> matrixRows(const QList<Alias> &catalog, const QList<changes::AliasChange> &staged)
{
    QMap<QString, MatrixRow> rows;
    for (const Alias &alias : catalog)
        rows[alias.name] = {alias.name, alias, alias};
    for (const changes::AliasChange &change : staged) {
        const QString name = change.after ? change.after->name : change.before->name;
        MatrixRow &row = rows[name];
        row.name = name;
        row.after = change.after;
    }
    return rows.values();
}

static const Route *routeThrough(const std::optional<Alias> &alias, const QString &channel)
{
    if (!alias)
        return nullptr;
    const auto found = std::ranges::find(alias->routes, channel, &Route::upstream);
    return found == alias->routes.cend() ? nullptr : &*found;
}

MatrixCell cellOf(const MatrixRow &row, const QString &channel)
{
    const Route *was = routeThrough(row.before, channel);
    const Route *is = routeThrough(row.after, channel);
    const bool same = was && is ? was->model == is->model : bool(was) == bool(is);
    return {bool(is), !same, is ? is->model : QString()};
}

// The gateway's order, as nobody else decides it; what it does not have follows.
static QList<Route> inOrder(const QList<Route> &routes, const std::optional<Alias> &before)
{
    QList<Route> left = routes;
    QList<Route> out;
    for (const Route &was : before ? before->routes : QList<Route>())
        for (qsizetype at = 0; at < left.size(); ++at)
            if (left.at(at).upstream == was.upstream) {
                out << left.takeAt(at);
                break;
            }
    return out + left;
}

changes::AliasChange toggled(const MatrixRow &row, const QString &channel)
{
    Alias alias = row.after ? *row.after : row.before.value_or(Alias());
    if (!row.after)
        alias.routes.clear();
    if (routeThrough(row.after, channel)) {
        alias.routes.removeIf([&channel](const Route &route) { return route.upstream == channel; });
    } else if (const Route *was = routeThrough(row.before, channel)) {
        alias.routes << *was;
    } else {
        Route route;
        route.upstream = channel;
        route.model = row.name;
        alias.routes << route;
    }
    alias.name = row.name;
    alias.routes = inOrder(alias.routes, row.before);
    return {row.before, alias.routes.isEmpty() ? std::nullopt : std::optional(alias)};
}

} // namespace pages
