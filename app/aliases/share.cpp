// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/share.h"

namespace aliases {

static QList<std::optional<double>> byWeight(const QList<Route> &routes)
{
    qint64 total = 0;
    for (const Route &route : routes)
        total += route.weight;
    QList<std::optional<double>> out;
    for (const Route &route : routes)
        out << (total > 0 ? double(route.weight) / double(total) : 0.0);
    return out;
}

QList<std::optional<double>> shares(const Alias &alias)
{
    QList<std::optional<double>> out(alias.routes.size());
    if (alias.routes.size() == 1)
        return {1.0};
    if (alias.strategy == QLatin1StringView("weighted"))
        return byWeight(alias.routes);
    if (alias.strategy == QLatin1StringView("ordered"))
        for (qsizetype i = 0; i < out.size(); ++i)
            out[i] = i == 0 ? 1.0 : 0.0;
    return out;
}

} // namespace aliases
