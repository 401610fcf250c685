// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/price_history.h"
#include "aliases/catalog_service.h"
#include "aliases/difference.h"
#include <algorithm>
#include <tuple>
#include <utility>

namespace aliases {

// A list's date alone is no change of what is paid.
static bool samePrice(const Price &a, const Price &b)
{
    return a.inputNanos == b.inputNanos && a.outputNanos == b.outputNanos && a.cachedNanos == b.cachedNanos;
}

void PriceHistory::take(const Snapshot &snapshot, const QString &alias, const QString &route, const Price &price)
{
    const auto open = m_current.constFind({alias, route});
    if (open == m_current.cend() || !samePrice(m_spans.at(*open).price, price)) {
        m_seen.insert({alias, route}, m_spans.size());
        m_spans << PriceSpan{alias, route, price, snapshot.firstSeen, snapshot.lastSeen, false};
        return;
    }
    PriceSpan &span = m_spans[*open];
    span.price.date = price.date;
    span.lastSeen = snapshot.lastSeen;
    m_seen.insert({alias, route}, *open);
}

void PriceHistory::take(const Snapshot &snapshot, const QList<Alias> &catalog)
{
    for (const Alias &alias : catalog) {
        take(snapshot, alias.name, {}, alias.price);
        for (const Route &route : alias.routes)
            if (route.price != Price())
                take(snapshot, alias.name, nameOf(route), route.price);
    }
    m_current = std::exchange(m_seen, {}); // what is missing in between begins anew
}

QList<PriceSpan> PriceHistory::spans() const
{
    QList<PriceSpan> all = m_spans;
    for (const qsizetype at : m_current)
        all[at].current = true;
    std::ranges::stable_sort(all, [](const PriceSpan &a, const PriceSpan &b) {
        return std::tie(a.alias, a.route, b.firstSeen) < std::tie(b.alias, b.route, a.firstSeen);
    });
    return all;
}

} // namespace aliases
