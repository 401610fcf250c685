// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/upstream_gaps.h"
#include <algorithm>
#include <QSet>
#include <tuple>

namespace aliases {

using What = UpstreamGap::What;

static void compare(QList<UpstreamGap> &gaps, const QList<Alias> &catalog, const gateway::UpstreamModels &told)
{
    const QSet<QString> there(told.models.cbegin(), told.models.cend());
    QSet<QString> served;
    for (const Alias &alias : catalog)
        for (const Route &route : alias.routes) {
            if (route.upstream != told.upstream)
                continue;
            served << route.model;
            if (!there.contains(route.model))
                gaps << UpstreamGap{What::Gone, told.upstream, route.model, alias.name};
        }
    for (const QString &model : there)
        if (!served.contains(model))
            gaps << UpstreamGap{What::NotServed, told.upstream, model, model};
}

QList<UpstreamGap> upstreamGaps(const QList<Alias> &catalog, const QList<gateway::UpstreamModels> &told)
{
    QList<UpstreamGap> gaps;
    for (const gateway::UpstreamModels &each : told)
        if (!each.failure)
            compare(gaps, catalog, each);
    const auto rank = [](const UpstreamGap &gap) {
        return std::tuple(gap.what != What::Gone, gap.upstream, gap.model, gap.alias);
    };
    std::ranges::sort(gaps, {}, rank);
    return gaps;
}

} // namespace aliases
