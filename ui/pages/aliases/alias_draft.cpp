// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/alias_draft.h"
#include "base/money.h"
#include <algorithm>
#include <QSet>

using namespace Qt::StringLiterals;

namespace pages {

static QString typed(const std::optional<qint64> &nanos)
{
    return nanos ? money::decimal(*nanos) : QString();
}

AliasDraft draftOf(const Alias &alias)
{
    AliasDraft draft;
    draft.name = alias.name;
    draft.families = alias.families;
    draft.strategy = alias.strategy;
    for (const Route &route : alias.routes)
        draft.routes << RouteDraft{
            int(draft.routes.size()) + 1, route.upstream, route.model, QString::number(route.weight), route};
    draft.priceIn = typed(alias.price.inputNanos);
    draft.priceOut = typed(alias.price.outputNanos);
    draft.priceCached = typed(alias.price.cachedNanos);
    draft.context = alias.contextTokens ? QString::number(*alias.contextTokens) : QString();
    draft.fallbacks = alias.fallbacks;
    return draft;
}

static Route routeOf(const RouteDraft &draft)
{
    Route route = draft.was;
    route.upstream = draft.upstream.trimmed();
    route.model = draft.model.trimmed();
    bool number = false;
    const int weight = draft.weight.trimmed().toInt(&number);
    if (number && weight >= 0)
        route.weight = weight;
    return route;
}

static void readAmount(std::optional<qint64> &price, const QString &text)
{
    if (text.trimmed().isEmpty())
        return price.reset();
    const auto nanos = money::nanosOf(text.trimmed());
    if (nanos && *nanos >= 0)
        price = nanos;
}

static Price priceOf(const AliasDraft &draft, const Price &base)
{
    Price price = base;
    readAmount(price.inputNanos, draft.priceIn);
    readAmount(price.outputNanos, draft.priceOut);
    readAmount(price.cachedNanos, draft.priceCached);
    if (price != base)
        price.date = {}; // the day of another price
    return price;
}

Alias aliasOf(const AliasDraft &draft, const Alias &base)
{
    Alias alias = base;
    alias.name = draft.name.trimmed();
    alias.families = draft.families;
    alias.strategy = draft.strategy;
    alias.routes.clear();
    for (const RouteDraft &route : draft.routes)
        alias.routes << routeOf(route);
    alias.price = priceOf(draft, base.price);
    alias.fallbacks = draft.fallbacks;
    bool number = false;
    const qint64 tokens = draft.context.trimmed().toLongLong(&number);
    if (draft.context.trimmed().isEmpty())
        alias.contextTokens.reset();
    else if (number && tokens > 0)
        alias.contextTokens = tokens;
    return alias;
}

static QStringList sorted(const QSet<QString> &set)
{
    QStringList names(set.begin(), set.end());
    names.removeAll(QString());
    names.sort();
    return names;
}

QStringList upstreamsOf(const QList<Alias> &catalog)
{
    QSet<QString> names;
    for (const Alias &alias : catalog)
        for (const Route &route : alias.routes)
            names << route.upstream;
    return sorted(names);
}

QStringList modelsAt(const QList<Alias> &catalog, const QString &upstream)
{
    QSet<QString> names;
    for (const Alias &alias : catalog)
        for (const Route &route : alias.routes)
            if (upstream.isEmpty() || route.upstream == upstream)
                names << route.model;
    return sorted(names);
}

} // namespace pages
