// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/facets.h"

namespace aliases {

// A difference between what an upstream says it serves and the routes that lead there: product row 44.
struct UpstreamGap
{
    enum class What {
        NotServed,
        Gone
    }; // there and no route leads to it; a route leads to it and it is no longer there
    What what = What::NotServed;
    QString upstream;
    QString model;
    QString alias; // of Gone: whose route leads there; of NotServed: the name it would get, that of the model

    friend bool operator==(const UpstreamGap &, const UpstreamGap &) = default;
};

// Gone ones first, then by upstream, model and alias. Upstreams that did not tell have none.
QList<UpstreamGap> upstreamGaps(const QList<Alias> &catalog, const QList<gateway::UpstreamModels> &told);

} // namespace aliases
