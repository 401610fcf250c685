// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/catalog_config.h"
#include "workspace/texts.h"
#include "workspace/words.h"
#include <algorithm>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

std::optional<proxy::Price> priceOf(const Price &price)
{
    if (!price.inputNanos || !price.outputNanos)
        return {};
    proxy::Price out;
    out.input = *price.inputNanos;
    out.output = *price.outputNanos;
    if (price.cachedNanos)
        out.cached = *price.cachedNanos;
    if (price.date.isValid())
        out.date = price.date.toString(Qt::ISODate).toStdString();
    return out;
}

proxy::Strategy strategyOf(const QString &name)
{
    using enum proxy::Strategy;
    return name == "ordered"_L1 ? Ordered
        : name == "cheapest"_L1 ? Cheapest
        : name == "fastest"_L1  ? Fastest
                                : Weighted;
}

QString upstreamName(const Route &route)
{
    return route.upstream.isEmpty() ? u"upstream"_s : route.upstream;
}

proxy::RouteConfig routeOf(const Route &route)
{
    proxy::RouteConfig out{upstreamName(route).toStdString(), route.model.toStdString(), route.weight};
    out.times = {int(route.times.connect), int(route.times.firstByte), int(route.times.idle), int(route.times.total)};
    out.price = priceOf(route.price);
    return out;
}

void addUpstream(CatalogSetUp &out, const QString &name)
{
    auto &all = out.config.options.upstreams;
    const std::string id = name.toStdString();
    if (std::ranges::any_of(all, [&](const proxy::UpstreamConfig &each) { return each.name == id; }))
        return;
    proxy::UpstreamConfig upstream{id, proxy::UpstreamKind::OpenAi, "https://upstream.invalid/v1", {}, {}};
    upstream.keyRef = "vault:" + id; // never read: it makes the exports name a variable for the key
    all.push_back(upstream);
    out.missing << Words::tr("upstream \"%1\": its address and kind; a catalog does not tell them").arg(name);
}

} // namespace

CatalogSetUp setUpOf(const QList<Alias> &catalog)
{
    CatalogSetUp out;
    for (const Alias &alias : catalog) {
        proxy::AliasConfig config{alias.name.toStdString(), {}, priceOf(alias.price), stdTexts(alias.families),
            strategyOf(alias.strategy), stdTexts(alias.fallbacks)};
        for (const Route &route : alias.routes) {
            addUpstream(out, upstreamName(route));
            config.routes.push_back(routeOf(route));
        }
        if (alias.routes.isEmpty())
            out.missing << Words::tr("alias \"%1\": its routes; the gateway does not tell them").arg(alias.name);
        out.config.options.aliases.push_back(std::move(config));
    }
    return out;
}

QByteArray channelMappings(const QList<Alias> &catalog)
{
    QJsonObject channels;
    for (const Alias &alias : catalog)
        for (const Route &route : alias.routes) {
            QJsonObject mapping = channels.value(upstreamName(route)).toObject();
            if (route.model != alias.name)
                mapping.insert(alias.name, route.model);
            channels.insert(upstreamName(route), mapping);
        }
    return QJsonDocument(channels).toJson(QJsonDocument::Indented);
}

} // namespace workspace
